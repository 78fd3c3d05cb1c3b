using Payshift.Cli.Invocation;
using Payshift.Tests.Operations;

namespace Payshift.Tests.Cli.EndToEnd;

/// <summary>What happened, told by the command, directly and over a host.</summary>
[Collection(CommandsCollection.Name)]
public sealed class HistoryTests(ServicesFixture services) : ServicesTest(services)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Analytics_are_told_by_step_with_sums_and_trend(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        var day = Batches.AnyDay().AddDays(1);
        await scene.App.RecordAsync(
            Batches.Of(day.AddDays(-1).AddHours(9), ("stripe", "card", 100, 0, 0)),
            Batches.Of(day.AddHours(9), ("stripe", "card", 900, 2, 0), ("paystack", "bank", 300, 0, 5)),
            Batches.Of(day.AddHours(10), ("stripe", "card", 50, 0, 0)));
        string[] call = ["analytics", "--from", $"{day:yyyy-MM-dd}", "--to", $"{day.AddDays(1):yyyy-MM-dd}"];

        var text = (await scene.RunAsync(call)).Output;
        var json = await scene.JsonAsync([.. call, "--provider", "Stripe", "--by", "day"]);

        Assert.Matches(@"processed +1,250 +100 +\+1150 %", text);
        Assert.Matches($@"{day:yyyy-MM-dd} 09:00:00Z +1,207 +1,200 +2 +5 +[0-9.]+ s", text);
        Assert.Matches("paystack +bank +305 +300 +0 +5", text);
        Assert.Equal(3, text.Split('\n').Count(line => line.StartsWith($"{day:yyyy-MM-dd}", StringComparison.Ordinal)));
        Assert.Equal((950, 1), (json.GetProperty("total").Int("processed"), json.GetProperty("series").GetArrayLength()));
        Assert.Equal(8.5, json.GetProperty("trend").GetProperty("processed").GetDouble());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Batches_are_listed_with_what_they_did(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        var day = Batches.AnyDay();
        await scene.App.RecordAsync(
            Batches.Of(day.AddHours(9), ("stripe", "card", 18, 2, 0)), Batches.Of(day.AddHours(10), ("paystack", "bank", 20, 0, 0)));
        string[] call = ["batches", "--from", $"{day:yyyy-MM-dd}", "--to", $"{day.AddDays(1):yyyy-MM-dd}"];

        var text = (await scene.RunAsync(call)).Output;
        var failed = await scene.JsonAsync([.. call, "--outcome", "failed"]);
        var first = await scene.JsonAsync([.. call, "--limit", "1"]);

        Assert.Matches($@"{day:yyyy-MM-dd} 10:00:00Z +1.00 s +20 +0 +0 .*paystack bank 20", text);
        var batch = Assert.Single(failed.GetProperty("batches").EnumerateArray());
        Assert.Equal((20, 18, 2, 2d), (batch.Int("webhooks"), batch.Int("processed"), batch.Int("failed"), batch.GetProperty("averageDelaySeconds").GetDouble()));
        Assert.Equal((18, 2), (batch.GetProperty("counts")[0].Int("processed"), batch.GetProperty("counts")[0].Int("failed")));
        var second = await scene.JsonAsync([.. call, "--continuation", first.Text("continuation")!]);
        Assert.Equal(batch.Text("id"), Assert.Single(second.GetProperty("batches").EnumerateArray()).Text("id"));
    }

    [Fact]
    public async Task An_action_without_table_storage_is_done_and_said_to_be_in_no_audit()
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);
        scene.Environment["Payshift__Tables__ConnectionString"] =
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;";

        var run = await scene.RunAsync("pause");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("the queue is paused", run.Output, StringComparison.Ordinal);
        Assert.Equal("payshift: this is not in the audit: Table Storage does not answer.", run.Error.Trim());
    }

    [Fact]
    public async Task What_is_done_directly_is_in_the_audit()
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);
        var begin = DateTimeOffset.UtcNow;

        Assert.Equal(ExitCodes.Success, (await scene.RunAsync("pause", "stripe")).ExitCode);
        Assert.Equal(ExitCodes.Success, (await scene.RunAsync("resume", "stripe")).ExitCode);
        Assert.Equal(ExitCodes.Success, (await scene.RunAsync("process-webhooks", "--cleanup")).ExitCode);
        Assert.Equal(ExitCodes.Success, (await scene.RunAsync("process-webhooks", "--batch-size=7")).ExitCode);

        var audit = await scene.JsonAsync("audit", "--from", $"{begin.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}");
        var own = audit.GetProperty("entries").EnumerateArray().Where(entry => entry.Text("who") == $"cli:{Environment.UserName}").ToList();
        Assert.Equal(
            [("process", "batchSize=7"), ("cleanup", null), ("resume", "stripe"), ("pause", "stripe")],
            own.Select(entry => (entry.Text("action")!, entry.Text("target"))));
        Assert.All(own, entry => Assert.Equal("done", entry.Text("outcome")));
    }
}
