using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Processing;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Receiving;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Results;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Tests.Functions.Triggers.Answers;

public sealed class AnswersTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task Accepted_delivery_is_told_what_was_kept(int kept, int duplicates)
    {
        var (response, body) = await ExecuteAsync(DeliveryResponses.From(new ReceiveResult(ReceiveStatus.Accepted, kept, duplicates)));

        Assert.Equal((200, "application/json; charset=utf-8"), (response.StatusCode, response.ContentType));
        Assert.Equal($$"""{"kept":{{kept}},"duplicates":{{duplicates}}}""", body);
    }

    [Fact]
    public async Task An_answer_of_the_providers_own_is_given_as_it_is()
    {
        var (response, body) = await ExecuteAsync(DeliveryResponses.From(new ReceiveResult(ReceiveStatus.Accepted, Answer: ProviderResponse.Text("[accepted]"))));
        Assert.Equal((200, "text/plain; charset=utf-8", "[accepted]"), (response.StatusCode, response.ContentType, body));
    }

    [Fact]
    public async Task An_answer_without_a_body_writes_none()
    {
        var (response, body) = await ExecuteAsync(DeliveryResponses.From(new ReceiveResult(ReceiveStatus.Accepted, Answer: new ProviderResponse(204))));
        Assert.Equal((204, null, ""), (response.StatusCode, response.ContentType, body));
        Assert.False(response.HasStarted);
    }

    [Theory]
    [InlineData(ReceiveStatus.UnknownProvider, 404)]
    [InlineData(ReceiveStatus.InvalidSignature, 401)]
    [InlineData(ReceiveStatus.Malformed, 400)]
    [InlineData(ReceiveStatus.TooLarge, 413)]
    [InlineData(ReceiveStatus.Unavailable, 503)]
    public async Task Refused_delivery_is_told_why(ReceiveStatus status, int code)
    {
        var (response, body) = await ExecuteAsync(DeliveryResponses.From(new ReceiveResult(status, Detail: "do better")));

        Assert.Equal(code, response.StatusCode);
        Assert.Equal("application/problem+json", response.ContentType);
        using var problem = JsonDocument.Parse(body);
        Assert.Equal("do better", problem.RootElement.GetProperty("detail").GetString());
        Assert.Equal(code, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(code == 503, response.Headers.ContainsKey("Retry-After"));
    }

    [Fact]
    public async Task Unkept_delivery_is_told_when_to_come_again()
    {
        var (response, _) = await ExecuteAsync(DeliveryResponses.From(
            new ReceiveResult(ReceiveStatus.Unavailable, RetryAfter: TimeSpan.FromSeconds(29.2))));

        Assert.Equal("30", response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Statistics_are_readable()
    {
        var stats = new QueueStats
        {
            ReadyHigh = 1,
            ReadyNormal = 2,
            ReadyLow = 3,
            InFlight = 4,
            Scheduled = 5,
            OldestWaiting = TimeSpan.FromSeconds(1.5),
            Known = 6,
            Held = new Dictionary<string, long> { ["stripe"] = 7 },
            PartitionsAway = 8,
            Counters = new QueueCounters(1, 2, 3, 4, 5, 6),
        };

        var (_, body) = await ExecuteAsync(Responses.Json(StatsResponse.Of(
            stats,
            new PauseState(null, new Dictionary<string, DateTimeOffset> { ["stripe"] = DateTimeOffset.UnixEpoch }),
            [new OpenCircuit("tables", DateTimeOffset.UnixEpoch, "away")])));

        Assert.Equal(
            """{"readyHigh":1,"readyNormal":2,"readyLow":3,"inFlight":4,"scheduled":5,"held":{"stripe":7},"oldestWaitingSeconds":1.5,"known":6,"partitionsAway":8,"counters":{"received":1,"duplicate":2,"processed":3,"retried":4,"failed":5,"reclaimed":6},"paused":{"queueSince":null,"providersSince":{"stripe":"1970-01-01T00:00:00+00:00"}},"circuits":[{"name":"tables","since":"1970-01-01T00:00:00+00:00","reason":"away"}],"partitions":[],"rates":[],"batches":null,"redisMemory":null,"timers":[]}""",
            body);
    }

    [Fact]
    public async Task Drain_says_why_it_ended()
    {
        var (_, body) = await ExecuteAsync(Responses.Process(new QueueRunSummary(1, 2, 3, 4, TimeSpan.FromSeconds(2), QueueRunEnd.TimeBudget)));

        Assert.Equal("""{"batches":1,"processed":2,"retried":3,"failed":4,"elapsedSeconds":2,"end":"timeBudget"}""", body);
    }

    [Fact]
    public async Task Drain_that_was_cut_off_is_no_success()
    {
        var (response, _) = await ExecuteAsync(Responses.Process(new QueueRunSummary(1, 2, 3, 4, TimeSpan.FromSeconds(2), QueueRunEnd.Unavailable)));

        Assert.Equal(503, response.StatusCode);
    }

    [Fact]
    public async Task Unknown_payment_is_not_found()
    {
        var (response, _) = await ExecuteAsync(Responses.Payment(Overview()));

        Assert.Equal(404, response.StatusCode);
    }

    [Fact]
    public async Task Payment_has_its_webhooks_with_enums_as_words()
    {
        var record = new PaymentRecord
        {
            Id = "id",
            Provider = "stripe",
            EventId = "evt_1",
            EventType = "charge.succeeded",
            PaymentReference = "pi_1",
            PaymentMethod = "card",
            State = PaymentState.PartiallyRefunded,
            Priority = WebhookPriority.High,
            EventTime = DateTimeOffset.UnixEpoch,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            ProcessedAt = DateTimeOffset.UnixEpoch,
            Outcome = "processed",
            Attempts = 1,
            BatchId = "b",
        };

        var (response, body) = await ExecuteAsync(Responses.Payment(Overview(record)));

        using var answer = JsonDocument.Parse(body);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal("pi_1", answer.RootElement.GetProperty("reference").GetString());
        Assert.Equal("high", answer.RootElement.GetProperty("webhooks")[0].GetProperty("priority").GetString());
        Assert.Equal("partiallyRefunded", answer.RootElement.GetProperty("state").GetString());
        Assert.Equal("partiallyRefunded", answer.RootElement.GetProperty("providers")[0].GetProperty("state").GetString());
        Assert.Equal("partiallyRefunded", answer.RootElement.GetProperty("webhooks")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Reference_of_an_order_leads_to_its_payments()
    {
        var link = new PaymentLink(PaymentLinkKind.Order, "ORD-1", [new LinkedPayment("pi_1", ["stripe"])], HasMore: false);

        var (response, body) = await ExecuteAsync(Responses.Payment(Overview() with { Links = [link] }));

        using var answer = JsonDocument.Parse(body);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("state").ValueKind);
        Assert.Equal("pi_1", answer.RootElement.GetProperty("orders")[0].GetProperty("payments")[0].GetProperty("reference").GetString());
        Assert.Empty(answer.RootElement.GetProperty("customers").EnumerateArray());
        Assert.Empty(answer.RootElement.GetProperty("webhooks").EnumerateArray());
    }

    [Fact]
    public async Task A_batch_is_told_with_its_sums_and_its_counts_by_provider_and_payment_method()
    {
        var delays = new DelayHistogram();
        delays.Add(TimeSpan.FromSeconds(2), 3);
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var batch = new BatchRecord("b1", at, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(3),
        [
            new BatchCount("stripe", "card", BatchCount.Processed, 3, delays.ToString()),
            new BatchCount("stripe", "card", BatchCount.Retried, 1),
            new BatchCount("stripe", "card", BatchCount.Received, 2),
        ]);
        var waiting = new BatchRecord("b0", at, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, [new BatchCount("adyen", "bank", BatchCount.Retried, 4)]);

        var (_, body) = await ExecuteAsync(Responses.Json(BatchesResponse.Of(new BatchPage([batch, waiting], "next"))));

        Assert.Equal(
            """{"batches":["""
            + """{"id":"b1","startedAt":"2026-01-02T03:04:05+00:00","elapsedSeconds":0.5,"webhooks":4,"received":2,"processed":3,"retried":1,"failed":0,"averageDelaySeconds":2,"maxDelaySeconds":3,"counts":[{"provider":"stripe","paymentMethod":"card","received":2,"processed":3,"retried":1,"failed":0}]},"""
            + """{"id":"b0","startedAt":"2026-01-02T03:04:05+00:00","elapsedSeconds":0,"webhooks":4,"received":0,"processed":0,"retried":4,"failed":0,"averageDelaySeconds":null,"maxDelaySeconds":0,"counts":[{"provider":"adyen","paymentMethod":"bank","received":0,"processed":0,"retried":4,"failed":0}]}"""
            + """],"continuation":"next"}""",
            body);
    }

    private static PaymentOverview Overview(params PaymentRecord[] records) => new(PaymentTimeline.Of("pi_1", records), HasMoreWebhooks: false, []);

    public static TheoryData<Exception> Outages => new()
    {
        new StorageUnavailableException("down", new TimeoutException()),
        new QueueUnavailableException("down", new TimeoutException()),
        new StorageUnavailableException("away", new RequestFailedException("no connection")),
        new TaskCanceledException("timed out"),
    };

    [Theory]
    [MemberData(nameof(Outages), DisableDiscoveryEnumeration = true)]
    public async Task Outage_is_answered_with_503(Exception outage)
    {
        var answer = await AdminCall.AnswerAsync("Test", NullLogger.Instance, () => throw outage, CancellationToken.None);

        var (response, body) = await ExecuteAsync(answer);

        Assert.Equal(503, response.StatusCode);
        Assert.Equal("10", response.Headers.RetryAfter);
        Assert.DoesNotContain(outage.Message, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_of_ours_is_no_outage() => await Assert.ThrowsAsync<InvalidOperationException>(() => AdminCall.AnswerAsync(
        "Test", NullLogger.Instance, () => throw new InvalidOperationException("bad"), CancellationToken.None));

    [Fact]
    public async Task Caller_who_left_gets_no_success()
    {
        var gone = new CancellationToken(canceled: true);
        var answer = await AdminCall.AnswerAsync("Test", NullLogger.Instance, () => throw new OperationCanceledException(gone), gone);

        var (response, _) = await ExecuteAsync(answer);

        Assert.Equal(499, response.StatusCode);
    }

    private static async Task<(HttpResponse Response, string Body)> ExecuteAsync(IResult result)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
            Response = { Body = body },
        };
        await result.ExecuteAsync(context);
        return (context.Response, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
