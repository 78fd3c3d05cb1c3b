using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Payshift.Samples;

namespace Payshift.Tests.EndToEnd;

/// <summary>Failures as operators see and retry them over HTTP, and the audit of their actions.</summary>
[Collection(HostsCollection.Name)]
public sealed class OperatorsOverHttpTests(ServicesFixture services) : ServicesTest(services)
{
    private const string Secret = "sk_test_end_to_end";
    private const string AnyFailure = "1790000001456-00000000000000000000000000aa";

    /// <summary>All tests share the tables, and run one after the other: what was received since then is this one's.</summary>
    private readonly string _since = Uri.EscapeDataString(DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_failure_is_listed_shown_retried_replaced_when_it_fails_again_and_gone_when_it_succeeds()
    {
        string[] ids;
        await using (var host = await StartAsync(sampleHandler: true))
        {
            for (var number = 0; number < 5; number++)
            {
                Assert.Equal(1, (await SendAsync(host, number)).GetProperty("kept").GetInt32());
                // What is received in the same millisecond has no order.
                var answered = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
                await Eventually.TrueAsync(
                    () => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() > answered, TimeSpan.FromSeconds(10), "time goes on");
            }

            Assert.Equal(5, (await PostAsync(host, "process")).GetProperty("failed").GetInt32());
            ids = await ListedInPagesAsync(host);
            await FiltersSelectAsync(host, ids);
            await ShownAsync(host, ids[^1]);

            // The dry run says what a run would do and does nothing.
            var dry = await PostAsync(host, $"failures/retry?provider=paystack&from={_since}&dryRun=true");
            Assert.Equal((true, 5, 0), (dry.GetProperty("dryRun").GetBoolean(), dry.GetProperty("matched").GetInt32(), dry.GetProperty("items").GetArrayLength()));
            Assert.Equal(0, await WaitingAsync(host));

            // Its event is known: sent by the provider it is a duplicate, retried by hand it is not; and the same retry takes effect once.
            Assert.Equal(1, (await SendAsync(host, 0)).GetProperty("duplicates").GetInt32());
            Assert.Equal("retried", await RetryAsync(host, ids[^1]));
            Assert.Equal("alreadyRetried", await RetryAsync(host, ids[^1]));
            Assert.Equal(1, await WaitingAsync(host));
            Assert.Equal([ids[^1]], await IdsAsync(host, "status=retried"));

            Assert.Equal(1, (await PostAsync(host, "process")).GetProperty("failed").GetInt32());
            Assert.Equal(ids, await IdsAsync(host, "status=open"));
            Assert.Equal(1, (await GetAsync(host, $"failures/{ids[^1]}")).GetProperty("failure").GetProperty("readmissions").GetInt32());

            var all = await PostAsync(host, $"failures/retry?provider=paystack&from={_since}");
            Assert.Equal(ids, all.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            Assert.All(all.GetProperty("items").EnumerateArray(), item => Assert.Equal("retried", item.GetProperty("result").GetString()));
            Assert.Equal(0, (await PostAsync(host, $"failures/retry?provider=paystack&from={_since}")).GetProperty("matched").GetInt32());
            Assert.Equal(5, await WaitingAsync(host));
        }

        // What made them fail is mended.
        await using (var host = await StartAsync(sampleHandler: false))
        {
            Assert.Equal(5, (await PostAsync(host, "process")).GetProperty("processed").GetInt32());
            Assert.Empty(await IdsAsync(host, "provider=paystack"));
            using var gone = await host.Client.GetAsync(Route($"failures/{ids[0]}"));
            await AssertProblemAsync(gone, HttpStatusCode.NotFound);
            using var retried = await host.Client.PostAsync(Route($"failures/{ids[0]}/retry"), null);
            await AssertProblemAsync(retried, HttpStatusCode.NotFound);

            var entries = await AuditAsync(host);
            Assert.Equal(
                [
                    ("retry", ids[0], 0), ("process", null, 5), ("retryAll", "provider=paystack", 0), ("retryAll", "provider=paystack", 5),
                    ("process", null, 1), ("retry", ids[^1], 0), ("retry", ids[^1], 1), ("process", null, 5),
                ],
                entries.Select(entry => (
                    entry.GetProperty("action").GetString(), entry.GetProperty("target").GetString()?.Split(" from=")[0], entry.GetProperty("count").GetInt32())));
        }
    }

    [Fact]
    public async Task Every_action_by_hand_leaves_a_row_of_who_did_what()
    {
        await using var host = await StartAsync(sampleHandler: true);
        foreach (var action in new[] { "process", "cleanup", "queue/pause?provider=paystack", "queue/resume?provider=paystack", "queue/pause", "queue/resume" })
        {
            await PostAsync(host, action);
        }

        var entries = await AuditAsync(host);
        Assert.Equal(
            [("resume", null), ("pause", null), ("resume", "paystack"), ("pause", "paystack"), ("cleanup", null), ("process", null)],
            entries.Select(entry => (entry.GetProperty("action").GetString(), entry.GetProperty("target").GetString())));
        Assert.All(entries, entry => Assert.StartsWith("key", entry.GetProperty("who").GetString(), StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.Equal("done", entry.GetProperty("outcome").GetString()));

        var page = await GetAsync(host, $"audit?from={_since}&limit=4");
        var rest = await GetAsync(host, $"audit?from={_since}&limit=4&continuation={Uri.EscapeDataString(page.GetProperty("continuation").GetString()!)}");
        Assert.Equal(
            entries.Select(entry => entry.GetProperty("id").GetString()),
            page.GetProperty("entries").EnumerateArray().Concat(rest.GetProperty("entries").EnumerateArray()).Select(entry => entry.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task What_is_wrong_with_a_call_is_a_problem_and_without_the_key_there_is_none_to_hear_of_it()
    {
        await using var host = await StartAsync(sampleHandler: true);
        string[] wrong =
        [
            "GET failures?limit=0", "GET failures?limit=101", "GET failures?limit=many", "GET failures?status=closed", "GET failures?from=yesterday",
            "GET failures?from=2026-02-01&to=2026-01-01", "GET failures?from=2020-01-01&to=2026-01-01", "GET failures?refrence=x", "GET failures?provider=a&provider=b",
            "GET failures?continuation=forged", "GET audit?limit=0", "GET audit?from=2026-02-01&to=2026-01-01", "GET audit?continuation=forged", "GET audit?who=me",
            "POST failures/retry", "POST failures/retry?provider=stripe&limit=501", "POST failures/retry?provider=stripe&dryRun=maybe", "POST failures/retry?dry_run=true&all=true",
            "POST failures/retry?all=true&continuation=forged", "POST queue/pause?provider=nopay", "POST queue/resume?provider=nopay",
            "POST queue/pause?providr=stripe", "POST queue/resume?provider=stripe&provider=adyen", "POST process?batchSize=0", "POST process?maxBatch=1", "POST cleanup?dryRun=true",
        ];
        foreach (var call in wrong)
        {
            using var answer = await CallAsync(host, call);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{call} was answered {(int)answer.StatusCode}.");
            await AssertProblemAsync(answer, HttpStatusCode.BadRequest);
        }

        foreach (var call in new[] { $"GET failures/{AnyFailure}", "GET failures/none", $"POST failures/{AnyFailure}/retry", "POST failures/none/retry" })
        {
            using var answer = await CallAsync(host, call);
            await AssertProblemAsync(answer, HttpStatusCode.NotFound);
        }

        host.Client.DefaultRequestHeaders.Remove("x-functions-key");
        foreach (var call in Reads.Concat(Actions(AnyFailure)))
        {
            using var answer = await CallAsync(host, call);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{call} was answered {(int)answer.StatusCode}.");
        }

        host.Client.DefaultRequestHeaders.Add("x-functions-key", HostProcess.Key);
        Assert.Equal(
            ["retry"],
            (await AuditAsync(host)).Where(entry => entry.GetProperty("outcome").GetString() == "done").Select(entry => entry.GetProperty("action").GetString()));
    }

    [Fact]
    public async Task While_redis_is_away_failures_can_be_read_and_every_action_is_answered_with_503_and_audited()
    {
        await using var redis = await ServerProcess.StartRedisAsync();
        await using var host = await StartAsync(sampleHandler: true, PatientRedis.ConnectionString(redis.Port));
        await SendAsync(host, 0);
        await PostAsync(host, "process");
        var id = Assert.Single(await IdsAsync(host, "provider=paystack"));

        await redis.KillAsync();

        foreach (var call in Actions(id))
        {
            using var answer = await CallAsync(host, call);
            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{call} was answered {(int)answer.StatusCode}.");
            Assert.NotNull(answer.Headers.RetryAfter);
            await AssertProblemAsync(answer, HttpStatusCode.ServiceUnavailable);
        }

        foreach (var call in Reads.Append($"GET failures/{id}"))
        {
            using var answer = await CallAsync(host, call);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{call} was answered {(int)answer.StatusCode}.");
        }

        Assert.Equal([id], await IdsAsync(host, "status=open"));
        Assert.Equal(
            [("resume", "failed"), ("pause", "failed"), ("cleanup", "failed"), ("process", "failed"), ("retryAll", "failed"), ("retry", "failed"), ("process", "done")],
            (await AuditAsync(host)).Select(entry => (entry.GetProperty("action").GetString(), entry.GetProperty("outcome").GetString())));
    }

    private IEnumerable<string> Reads =>
        [$"GET failures?from={_since}", $"POST failures/retry?from={_since}&dryRun=true", $"GET audit?from={_since}"];

    private IEnumerable<string> Actions(string id) =>
        [$"POST failures/{id}/retry", $"POST failures/retry?from={_since}", "POST process", "POST cleanup", "POST queue/pause", "POST queue/resume"];

    private async Task<string[]> ListedInPagesAsync(HostProcess host)
    {
        var ids = new List<string>();
        string? continuation = null;
        do
        {
            var after = continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}";
            var page = await GetAsync(host, $"failures?provider=paystack&from={_since}&limit=2{after}");
            Assert.InRange(page.GetProperty("failures").GetArrayLength(), 0, 2);
            ids.AddRange(Ids(page));
            continuation = page.GetProperty("continuation").GetString();
        }
        while (continuation is not null);

        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(ids, await IdsAsync(host, "provider=paystack"));
        return [.. ids];
    }

    private async Task FiltersSelectAsync(HostProcess host, string[] ids)
    {
        Assert.Equal([ids[^1]], await IdsAsync(host, $"reference={Reference(0)}"));
        Assert.Equal([ids[0]], await IdsAsync(host, "method=bank"));
        Assert.Equal(ids, await IdsAsync(host, "type=charge.success"));
        Assert.Equal(ids, await IdsAsync(host, "reason=FOR%20GOOD"));
        foreach (var none in new[] { "provider=stripe", "type=charge.failed", "reason=timeout", "status=retried", $"reference={Reference(9)}" })
        {
            Assert.Empty(await IdsAsync(host, none));
        }
    }

    private async Task ShownAsync(HostProcess host, string id)
    {
        var shown = await GetAsync(host, $"failures/{id}");
        Assert.Equal((id, Reference(0)), (shown.GetProperty("failure").GetProperty("id").GetString(), shown.GetProperty("failure").GetProperty("paymentReference").GetString()));
        var error = Assert.Single(shown.GetProperty("errors").EnumerateArray());
        Assert.Equal((1, "The sample fails this payment for good."), (error.GetProperty("attempt").GetInt32(), error.GetProperty("reason").GetString()));
        Assert.Equal(
            [("content-type", "application/json"), ("user-agent", "Sender ****1111")],
            shown.GetProperty("headers").EnumerateObject().Select(header => (header.Name, header.Value.GetString())));
        var payload = JsonDocument.Parse(shown.GetProperty("payload").GetString()!).RootElement.GetProperty("data");
        Assert.Equal(("****1111", "****"), (payload.GetProperty("card").GetString(), payload.GetProperty("cvv").GetString()));
        Assert.DoesNotContain("4111", shown.GetRawText(), StringComparison.Ordinal);
    }

    private string Reference(int number) => $"fails-always-{Run}-{number}";

    private async Task<JsonElement> SendAsync(HostProcess host, int number)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"event":"charge.success","data":{"id":"{{{Run}}}{{{number}}}","reference":"{{{Reference(number)}}}","amount":1000,"currency":"NGN","channel":"{{{(number == 4 ? "bank" : "card")}}}","card":"4111 1111 1111 1111","cvv":"737"}}""");
        var headers = new Dictionary<string, string>
        {
            ["x-paystack-signature"] = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Secret), body)),
            ["Content-Type"] = "application/json",
            ["User-Agent"] = "Sender 4111111111111111",
            ["Authorization"] = "Bearer s3cret",
            ["X-Forwarded-For"] = "203.0.113.7",
        };
        using var answer = await host.Client.SendAsync(new SampleDelivery("paystack", body, headers, "", "", ""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HostProcess> StartAsync(bool sampleHandler, string? redis = null)
    {
        var settings = ReceiveToRecordTests.Settings(Services);
        settings["Payshift:LocalHost:SampleHandler"] = sampleHandler ? "true" : "false";
        // Nothing happens but by hand.
        settings["ProcessSchedule"] = Schedules.Never;
        settings["CleanupSchedule"] = Schedules.Never;
        settings["Payshift:Redis:ConnectionString"] = redis ?? Services.RedisConnectionString;
        return HostProcess.StartAsync(settings);
    }

    private async Task<string[]> IdsAsync(HostProcess host, string filter) => Ids(await GetAsync(host, $"failures?from={_since}&{filter}"));

    private static string[] Ids(JsonElement page) =>
        [.. page.GetProperty("failures").EnumerateArray().Select(failure => failure.GetProperty("id").GetString()!)];

    private async Task<JsonElement[]> AuditAsync(HostProcess host) =>
        [.. (await GetAsync(host, $"audit?from={_since}")).GetProperty("entries").EnumerateArray()];

    private static async Task<string?> RetryAsync(HostProcess host, string id) => (await PostAsync(host, $"failures/{id}/retry")).GetProperty("result").GetString();

    private static async Task<int> WaitingAsync(HostProcess host) => (await GetAsync(host, "stats")).GetProperty("readyHigh").GetInt32();

    private static Uri Route(string route) => new($"/payment/admin/{route}", UriKind.Relative);

    private static Task<JsonElement> GetAsync(HostProcess host, string route) => AnswerAsync(host, $"GET {route}");

    private static Task<JsonElement> PostAsync(HostProcess host, string route) => AnswerAsync(host, $"POST {route}");

    private static async Task<JsonElement> AnswerAsync(HostProcess host, string call)
    {
        using var answer = await CallAsync(host, call);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{call} was answered {(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private static async Task<HttpResponseMessage> CallAsync(HostProcess host, string call)
    {
        var parts = call.Split(' ', 2);
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), Route(parts[1]));
        return await host.Client.SendAsync(request);
    }

    private static async Task AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("detail").GetString()));
    }
}
