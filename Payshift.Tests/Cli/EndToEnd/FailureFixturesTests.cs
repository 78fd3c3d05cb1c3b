using Payshift.Cli.Invocation;
using Payshift.Tests.Operations;

namespace Payshift.Tests.Cli.EndToEnd;

/// <summary>Failures seen and retried with the command, directly and over a host.</summary>
[Collection(CommandsCollection.Name)]
public sealed class FailureFixturesTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly string[] Period = ["--from", "2026-09-01", "--to", "2026-10-15T12:00:00Z"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_are_listed_by_every_filter(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        await scene.App.KeepAsync(
            FailureFixtures.Of(Webhook(0)),
            FailureFixtures.Of(Webhook(1) with { EventType = "charge.refunded" }, "the bank timed out"),
            FailureFixtures.Of(Webhook(2) with { PaymentMethod = "bank" }));

        async Task<string[]> EventsAsync(params string[] filters) => Events(await ListAsync(scene, filters));
        Assert.Equal([$"{Run}_2", $"{Run}_1", $"{Run}_0"], await EventsAsync());
        Assert.Equal([$"{Run}_1"], await EventsAsync("--type", "charge.refunded"));
        Assert.Equal([$"{Run}_1"], await EventsAsync("--reason", "TIMED out"));
        Assert.Equal([$"{Run}_2"], await EventsAsync("--method", "Bank"));
        Assert.Equal(3, (await EventsAsync("--provider", "Stripe", "--status", "open")).Length);
        Assert.Empty(await EventsAsync("--provider", "paystack"));
        Assert.Empty(await EventsAsync("--status", "retried"));

        var text = await scene.RunAsync(["failures", "--reference", Run, "--limit", "2", .. Period]);
        Assert.Contains(FailureFixtures.IdOf(Webhook(2)).ToString(), text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(FailureFixtures.IdOf(Webhook(0)).ToString(), text.Output, StringComparison.Ordinal);
        Assert.Contains("the newest 2; more failures with --limit or --all", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_are_followed_until_the_limit_and_go_on_from_there(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        await scene.App.KeepAsync([.. Enumerable.Range(0, 230).Select(number => FailureFixtures.Of(Webhook(number)))]);

        Assert.Equal(50, Events(await ListAsync(scene)).Length);
        var first = await ListAsync(scene, "--limit", "170");
        var rest = await ListAsync(scene, "--all", "--continuation", first.Text("continuation")!);

        Assert.Equal(170, Events(first).Length);
        Assert.Equal(JsonValueKind.Null, rest.GetProperty("continuation").ValueKind);
        Assert.Equal(230, Events(first).Concat(Events(rest)).Distinct().Count());
        var foreign = await scene.RunAsync(["failures", "--continuation", "nonsense", .. Period]);
        Assert.Equal(ExitCodes.Usage, foreign.ExitCode);
        Assert.Contains("The continuation is none that was given here", foreign.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_is_shown_with_the_error_of_every_attempt_and_its_masked_payload(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        var webhook = Webhook(0, """{"card":"4242424242424242","note":"\u001b[31m"}""");
        await scene.App.KeepAsync(FailureFixtures.Of(webhook));
        var id = FailureFixtures.IdOf(webhook).ToString();

        var text = (await scene.RunAsync("failures", id)).Output;
        var json = await scene.JsonAsync("failures", id);

        Assert.Contains("attempt 1  2026-09-21 14:13:21Z  bank is busy", text, StringComparison.Ordinal);
        Assert.Contains("10.50 EUR", text, StringComparison.Ordinal);
        Assert.DoesNotContain("424242424242", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
        Assert.Equal(["bank is busy", "no such order"], json.GetProperty("errors").EnumerateArray().Select(error => error.Text("reason")));
        Assert.Equal(id, json.GetProperty("failure").Text("id"));
        Assert.EndsWith("4242\",\"note\":\"\\u001b[31m\"}", json.Text("payload"), StringComparison.Ordinal);

        var unknown = await scene.RunAsync("failures", "1-00000000000000000000000000aa");
        Assert.Equal(ExitCodes.NotAsExpected, unknown.ExitCode);
        Assert.Contains("No failure has the id 1-0000", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Named_ones_are_retried_once_with_a_result_for_each(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        await scene.App.KeepAsync(FailureFixtures.Of(Webhook(0)), FailureFixtures.Of(Webhook(1)));
        var ids = new[] { 0, 1 }.Select(number => FailureFixtures.IdOf(Webhook(number)).ToString()).ToArray();

        var first = await scene.RunAsync(["retry", ids[0], ids[0]]);
        var second = await scene.RunAsync(["retry", .. ids, "unknown", "--output", "json"]);

        Assert.Equal((ExitCodes.Success, ""), (first.ExitCode, first.Error));
        Assert.Contains($"{ids[0]}  retried", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 failure: 1 retried", first.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.NotAsExpected, second.ExitCode);
        Assert.Equal(
            ["alreadyRetried", "retried", "notFound"],
            JsonDocument.Parse(second.Output).RootElement.GetProperty("items").EnumerateArray().Select(item => item.Text("result")));
        Assert.Equal(2, (await scene.App.Queue.GetStatsAsync()).ReadyNormal);
        var entries = await AuditAsync(scene, ids[1]);
        Assert.Equal((direct ? $"cli:{Environment.UserName}" : "key", "retry", "done", 1), Assert.Single(entries));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_that_match_are_counted_and_then_retried(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        await scene.App.KeepAsync([.. Enumerable.Range(0, 130).Select(number => FailureFixtures.Of(Webhook(number)))]);
        string[] meant = ["retry", "--reference", Run, .. Period];

        Assert.Contains("130 failures would be retried", (await scene.RunAsync([.. meant, "--dry-run"])).Output, StringComparison.Ordinal);
        var count = await scene.JsonAsync([.. meant, "--dry-run", "--limit", "20"]);
        Assert.Equal((20, true, false), (count.Int("matched"), count.GetProperty("dryRun").GetBoolean(), count.GetProperty("isComplete").GetBoolean()));
        Assert.Equal(0, (await scene.App.Queue.GetStatsAsync()).ReadyNormal);

        var some = await scene.JsonAsync([.. meant, "--yes", "--limit", "20"]);
        Assert.Equal((20, false), (some.GetProperty("items").GetArrayLength(), some.GetProperty("isComplete").GetBoolean()));
        var rest = await scene.RunAsync([.. meant, "--yes"]);
        Assert.Equal((ExitCodes.Success, ""), (rest.ExitCode, rest.Error));
        Assert.Contains("110 failures: 110 retried", rest.Output, StringComparison.Ordinal);
        Assert.Equal(130, (await scene.App.Queue.GetStatsAsync()).ReadyNormal);
        Assert.Contains("no failure to retry", (await scene.RunAsync([.. meant, "--yes"])).Output, StringComparison.Ordinal);
        // Newest first: nothing was left at the end, two pages before it, and twenty before them.
        Assert.Equal([0, 10, 100, 20], (await AuditAsync(scene, $"reference={Run} from=2026-09-01T00:00:00Z")).Select(entry => entry.Count));
    }

    [Theory]
    [InlineData("--output", "text")]
    [InlineData("--output", "json")]
    public async Task Nobody_to_ask_is_no_yes(params string[] format)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);
        await scene.App.KeepAsync(FailureFixtures.Of(Webhook(0)));

        var run = await scene.RunAsync(["retry", "--reference", Run, .. Period, .. format]);

        Assert.Equal((ExitCodes.Usage, ""), (run.ExitCode, run.Output));
        Assert.Contains("give --yes, or --dry-run", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await scene.App.Queue.GetStatsAsync()).ReadyNormal);
    }

    [Theory]
    [InlineData('y', ExitCodes.Success, 2)]
    [InlineData('n', ExitCodes.NotAsExpected, 0)]
    public async Task A_person_is_asked_with_the_count(char answer, int exitCode, int ready)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);
        await scene.App.KeepAsync(FailureFixtures.Of(Webhook(0)), FailureFixtures.Of(Webhook(1)));

        var run = await CommandRun.RunAsync(["retry", "--reference", Run, .. Period], scene.Environment, answers: $"{answer}\r");

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.Contains("2 failures can be retried. Retry them all? [y/n]", run.Output, StringComparison.Ordinal);
        Assert.Equal(ready, (await scene.App.Queue.GetStatsAsync()).ReadyNormal);
    }

    private Webhook Webhook(int number, string payload = "{}") =>
        SampleWebhooks.Create($"{Run}_{number}", reference: Run, payload: payload) with { ReceivedAt = FailureFixtures.Received.AddMilliseconds(number) };

    private Task<JsonElement> ListAsync(OperatorScene scene, params string[] options) => scene.JsonAsync(["failures", "--reference", Run, .. Period, .. options]);

    private static string[] Events(JsonElement list) => [.. list.GetProperty("failures").EnumerateArray().Select(failure => failure.Text("eventId")!)];

    /// <summary>What the audit says of actions with such a target.</summary>
    private static async Task<IReadOnlyList<(string? Who, string? Action, string? Outcome, int Count)>> AuditAsync(OperatorScene scene, string target)
    {
        var audit = await scene.JsonAsync("audit", "--from", "1h", "--all");
        return [.. audit.GetProperty("entries").EnumerateArray()
            .Where(entry => entry.Text("target")?.StartsWith(target, StringComparison.Ordinal) ?? false)
            .Select(entry => (entry.Text("who"), entry.Text("action"), entry.Text("outcome"), entry.Int("count")))];
    }
}
