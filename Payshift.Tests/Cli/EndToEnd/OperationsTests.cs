using Payshift.Cli.Invocation;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Processing;
using Payshift.Tests.Operations;

namespace Payshift.Tests.Cli.EndToEnd;

/// <summary>The commands of operators, directly on Redis and Table Storage and over a host: both do and say the same.</summary>
[Collection(CommandsCollection.Name)]
public sealed class OperationsTests(ServicesFixture services) : ServicesTest(services)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_that_waits_is_processed_batch_by_batch(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(50, Run));

        var run = await scene.RunAsync("process-webhooks", "--batch-size=20", "--output", "json");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal([20, 20, 10], lines[..^1].Select(batch => batch.Int("processed")));
        Assert.Equal([30, 10, 0], lines[..^1].Select(batch => batch.Int("waiting")));
        Assert.Equal((3, 50, "empty"), (lines[^1].Int("batches"), lines[^1].Int("processed"), lines[^1].Text("end")));
        Assert.Equal(50, (await scene.App.Queue.GetStatsAsync()).Counters.Processed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_payment_is_shown_with_its_state_and_webhooks(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        await scene.App.Queue.EnqueueAsync([SampleWebhooks.Create(Run, reference: $"pi/{Run}")]);
        await scene.App.Drain.ProcessAsync();

        var text = await scene.RunAsync("payment", $"pi/{Run}");
        var json = await scene.RunAsync("payment", $"pi/{Run}", "--output", "json");

        Assert.Equal(ExitCodes.Success, text.ExitCode);
        Assert.Contains("charge.succeeded", text.Output, StringComparison.Ordinal);
        Assert.Contains("10.50 EUR", text.Output, StringComparison.Ordinal);
        Assert.Equal($"pi/{Run}", JsonDocument.Parse(json.Output).RootElement.Text("reference"));
        var unknown = await scene.RunAsync("payment", $"unknown-{Run}");
        Assert.Equal(ExitCodes.NotAsExpected, unknown.ExitCode);
        Assert.Contains("Nothing is recorded for", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_paused_queue_is_not_processed_until_it_is_resumed(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(3, Run));

        Assert.Contains("the queue is paused", (await scene.RunAsync("pause")).Output, StringComparison.Ordinal);
        Assert.Contains("the queue was paused already", (await scene.RunAsync("pause")).Output, StringComparison.Ordinal);
        var paused = await scene.RunAsync("process-webhooks");
        Assert.Equal(ExitCodes.NotAsExpected, paused.ExitCode);
        Assert.Contains("the queue is paused: payshift resume", paused.Output, StringComparison.Ordinal);
        Assert.Contains("paused: the whole queue since", (await scene.RunAsync("stats")).Output, StringComparison.Ordinal);

        Assert.Contains("the queue goes on", (await scene.RunAsync("resume")).Output, StringComparison.Ordinal);
        Assert.Contains("1 batch: 3 processed", (await scene.RunAsync("process-webhooks")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_provider_is_not_paused(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);

        var run = await scene.RunAsync("pause", "strip");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("There is no provider strip. There is adyen,", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cleanup_and_stats_are_said_one_after_the_other(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(3, Run));

        var run = await scene.RunAsync("process-webhooks", "--cleanup", "--stats");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("0 webhooks of dead workers and 0 that nothing held wait again", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 (high 0, normal 3, low 0)", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failures_are_put_back_and_processed_between_cleanup_and_stats(bool direct)
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct);
        var received = DateTimeOffset.UtcNow.AddMinutes(-5);
        var webhooks = SampleWebhooks.Many(3, Run).Select(webhook => webhook with { ReceivedAt = received }).ToArray();
        await scene.App.KeepAsync([.. webhooks.Select(webhook => FailureFixtures.Of(webhook))]);

        var run = await scene.RunAsync("process-webhooks", "--cleanup", "--retry-failed", "--stats", "--output", "json");

        // Failures of other tests in the same table are retried too, and some of them cannot be.
        Assert.True(run.ExitCode is ExitCodes.Success or ExitCodes.NotAsExpected);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(0, lines[0].Int("reclaimed"));
        Assert.Equal(3, lines[1].GetProperty("items").EnumerateArray().Count(item => item.Text("result") == "retried" && webhooks.Any(webhook => FailureFixtures.IdOf(webhook).ToString() == item.Text("id"))));
        Assert.Equal("empty", lines[^2].Text("end"));
        Assert.Equal((0, lines[^2].Int("processed")), (lines[^1].Int("readyNormal"), lines[^1].GetProperty("counters").Int("processed")));
        foreach (var webhook in webhooks)
        {
            Assert.Null(await scene.App.Operations().FindAsync(FailureFixtures.IdOf(webhook), default));
        }
    }

    [Fact]
    public async Task A_batch_size_says_that_processing_is_meant_too()
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(3, Run));

        var run = await scene.RunAsync("process-webhooks", "--batch-size=2", "--stats");

        Assert.Contains("2 batches: 3 processed", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 (high 0, normal 0, low 0)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhooks_are_not_taken_from_a_host_with_a_batch_handler_unless_it_is_insisted()
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);
        await using var host = new PayshiftApp(Services, configure: collection => collection.AddSingleton<IWebhookBatchHandler>(
            new FakeHandler(attempt => WebhookOutcome.Succeeded(attempt.Webhook.Id))));
        await host.Services.GetRequiredService<TimerRuns>().RunAsync("ProcessBatches", null, () => Task.FromResult(0));
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(3, Run));

        var refused = await scene.RunAsync("process-webhooks", "--retry-failed");
        Assert.Equal((ExitCodes.Usage, ""), (refused.ExitCode, refused.Output));
        Assert.Contains($"the batch handler {typeof(FakeHandler).FullName}", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--url", refused.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await scene.App.Queue.GetStatsAsync()).ReadyNormal);
        Assert.Equal(ExitCodes.Success, (await scene.RunAsync("process-webhooks", "--cleanup", "--stats")).ExitCode);

        var insisted = await scene.RunAsync("process-webhooks", "--without-handler");
        Assert.Equal((ExitCodes.Success, ""), (insisted.ExitCode, insisted.Error));
        Assert.Contains("1 batch: 3 processed", insisted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_host_was_seen_it_is_said_that_no_handler_is_called()
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);

        var run = await scene.RunAsync("process-webhooks");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("is not called from here", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_always_has_its_handler()
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: false);

        Assert.Equal(ExitCodes.Usage, (await scene.RunAsync("process-webhooks", "--without-handler")).ExitCode);
    }

    [Fact]
    public async Task Tail_tells_what_came_and_went()
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);
        using var command = CommandProcess.Start(["tail", "--output", "json"], scene.Environment);
        await Eventually.TrueAsync(
            async () =>
            {
                await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(1, $"{Run}{Guid.NewGuid():N}"));
                return command.Output.Contains("\"received\":", StringComparison.Ordinal);
            },
            TimeSpan.FromSeconds(60),
            "an arrival is told");

        var line = JsonDocument.Parse(command.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0]).RootElement;
        Assert.True(line.Int("received") > 0);
        Assert.Equal(0, line.Int("processed"));
    }

    [Fact]
    public async Task Without_table_storage_nothing_is_taken_and_the_reason_is_named()
    {
        await using var scene = await OperatorScene.StartAsync(Services, direct: true);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(3, Run));
        scene.Environment["Payshift__Tables__ConnectionString"] =
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;";

        var run = await scene.RunAsync("process-webhooks");

        Assert.Equal(ExitCodes.HostUnreachable, run.ExitCode);
        Assert.Contains("Table Storage at http://127.0.0.1:1/a does not answer", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await scene.App.Queue.GetStatsAsync()).ReadyNormal);
    }
}
