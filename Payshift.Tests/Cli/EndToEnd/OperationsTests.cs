using System.Text.Json;
using Payshift.Cli.Commands;
using Payshift.Tests.EndToEnd;
using Payshift.Tests.Infrastructure;

namespace Payshift.Tests.Cli.EndToEnd;

/// <summary>The commands of operators, directly on Redis and Table Storage and over a host: both do and say the same.</summary>
[Collection(ServicesCollection.Name)]
public sealed class OperationsTests(ServicesFixture services) : IAsyncLifetime
{
    private readonly string _run = $"run{Guid.NewGuid():N}";

    public Task InitializeAsync() => services.EmptyRedisAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_that_waits_is_processed_batch_by_batch(bool direct)
    {
        await using var scene = await Scene.StartAsync(services, direct);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(50, _run));

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
        await using var scene = await Scene.StartAsync(services, direct);
        await scene.App.Queue.EnqueueAsync([SampleWebhooks.Create(_run, reference: $"pi/{_run}")]);
        await scene.App.Drain.DrainAsync();

        var text = await scene.RunAsync("payment", $"pi/{_run}");
        var json = await scene.RunAsync("payment", $"pi/{_run}", "--output", "json");

        Assert.Equal(ExitCodes.Success, text.ExitCode);
        Assert.Contains("charge.succeeded", text.Output, StringComparison.Ordinal);
        Assert.Contains("10.50 EUR", text.Output, StringComparison.Ordinal);
        Assert.Equal($"pi/{_run}", JsonDocument.Parse(json.Output).RootElement.Text("reference"));
        var unknown = await scene.RunAsync("payment", $"unknown-{_run}");
        Assert.Equal(ExitCodes.NotAsExpected, unknown.ExitCode);
        Assert.Contains("Nothing is recorded for", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_paused_queue_is_not_processed_until_it_is_resumed(bool direct)
    {
        await using var scene = await Scene.StartAsync(services, direct);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(3, _run));

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
        await using var scene = await Scene.StartAsync(services, direct);

        var run = await scene.RunAsync("pause", "strip");

        Assert.Equal(ExitCodes.Usage, run.ExitCode);
        Assert.Contains("There is no provider strip. There is adyen,", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cleanup_and_stats_are_said_one_after_the_other(bool direct)
    {
        await using var scene = await Scene.StartAsync(services, direct);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(3, _run));

        var run = await scene.RunAsync("process-webhooks", "--cleanup", "--stats");

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("0 webhooks of dead workers and 0 that nothing held wait again", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 (high 0, normal 3, low 0)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tail_tells_what_came_and_went()
    {
        await using var scene = await Scene.StartAsync(services, direct: true);
        using var command = CommandProcess.Start(["tail", "--output", "json"], scene.Environment);
        await Eventually.TrueAsync(
            async () =>
            {
                await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(1, $"{_run}{Guid.NewGuid():N}"));
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
        await using var scene = await Scene.StartAsync(services, direct: true);
        await scene.App.Queue.EnqueueAsync(SampleWebhooks.Many(3, _run));
        scene.Environment["Payshift__Tables__ConnectionString"] =
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;";

        var run = await scene.RunAsync("process-webhooks");

        Assert.Equal(ExitCodes.HostUnreachable, run.ExitCode);
        Assert.Contains("Table Storage at http://127.0.0.1:1/a does not answer", run.Error, StringComparison.Ordinal);
        Assert.Equal(3, (await scene.App.Queue.GetStatsAsync()).ReadyNormal);
    }

    private sealed class Scene(PayshiftApp app, HostProcess? host, Dictionary<string, string?> environment) : IAsyncDisposable
    {
        public PayshiftApp App => app;

        public Dictionary<string, string?> Environment => environment;

        public static async Task<Scene> StartAsync(ServicesFixture services, bool direct)
        {
            var app = new PayshiftApp(services);
            if (direct)
            {
                return new Scene(app, null, new Dictionary<string, string?>
                {
                    ["Payshift__Redis__ConnectionString"] = services.RedisConnectionString,
                    ["Payshift__Redis__Partitions"] = "4",
                    ["Payshift__Tables__ConnectionString"] = services.TablesConnectionString,
                    ["Payshift__Tables__Buckets"] = "4",
                });
            }

            var settings = ReceiveToRecordTests.Settings(services);
            settings["ProcessSchedule"] = "0 0 0 1 1 *";
            var host = await HostProcess.StartAsync(settings);
            return new Scene(app, host, new Dictionary<string, string?>
            {
                ["PAYSHIFT_URL"] = host.Client.BaseAddress!.ToString(),
                ["PAYSHIFT_KEY"] = HostProcess.Key,
            });
        }

        public Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.RunAsync(arguments, environment);

        public async ValueTask DisposeAsync()
        {
            if (host is not null)
            {
                await host.DisposeAsync();
            }

            await app.DisposeAsync();
        }
    }
}
