using Microsoft.Extensions.Time.Testing;
using Moq;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Processing;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Processing;

/// <summary>How a drain is steered: pauses, continuous runs, circuits, retry settings of a provider, leases.</summary>
[Collection(ServicesCollection.Name)]
public sealed class DrainControlTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_paused_queue_is_not_drained_and_the_summary_says_so()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler);
        var pauses = app.Services.GetRequiredService<IQueuePauses>();
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(5, Run));
        await pauses.PauseAsync(null);

        Assert.Equal((0, QueueRunEnd.Paused), await DrainAsync(app));
        Assert.Empty(handler.Attempts);

        await pauses.ResumeAsync(null);
        Assert.Equal((5, QueueRunEnd.Empty), await DrainAsync(app));
    }

    [Fact]
    public async Task A_paused_provider_waits_and_the_others_are_processed()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler);
        var pauses = app.Services.GetRequiredService<IQueuePauses>();
        var webhooks = SampleWebhooks.Many(10, Run).Select((webhook, index) => index % 2 == 0 ? webhook with { Provider = "adyen" } : webhook).ToArray();
        await app.Queue.EnqueueAsync(webhooks);
        await pauses.PauseAsync("adyen");

        Assert.Equal((5, QueueRunEnd.Empty), await DrainAsync(app));
        Assert.All(handler.Attempts, attempt => Assert.Equal("stripe", attempt.Webhook.Provider));
        Assert.Equal(5, (await app.Queue.GetStatsAsync()).Held["adyen"]);

        await pauses.ResumeAsync("adyen");
        Assert.Equal((5, QueueRunEnd.Empty), await DrainAsync(app));
        Assert.Equal(10, handler.Attempts.Select(attempt => attempt.Webhook.Id).Distinct().Count());
        Assert.All(handler.Attempts, attempt => Assert.Equal(1, attempt.Number));
    }

    [Fact]
    public async Task A_continuous_run_takes_what_arrives_while_it_waits_until_its_budget_ends()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = Create(
            new FakeHandler(),
            values =>
            {
                values["Payshift:Processing:Mode"] = "Continuous";
                values["Payshift:Processing:TimeBudget"] = "00:01:00";
            },
            collection => collection.AddSingleton<TimeProvider>(clock));
        await using var receiver = Create(new FakeHandler());
        var run = app.Drain.RunAsync(default);
        for (var arrival = 1; arrival <= 5; arrival++)
        {
            var arrived = 3 * arrival;
            await receiver.Queue.EnqueueAsync(SampleWebhooks.Many(3, $"{Run}_{arrival}"));
            await Eventually.TrueAsync(async () =>
            {
                // Where no time passes, nobody looks a second time.
                clock.Advance(TimeSpan.FromMilliseconds(1));
                return (await receiver.Queue.GetStatsAsync()).Counters.Processed == arrived;
            }, Soon, "what arrived is processed");
        }

        Assert.False(run.IsCompleted);
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            return run.IsCompleted;
        }, Soon, "the run ends with its budget");
        var summary = await run;
        Assert.Equal((15, QueueRunEnd.TimeBudget), (summary.Processed, summary.End));
    }

    [Fact]
    public async Task A_continuous_run_ends_at_once_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await using var app = Create(new FakeHandler(), values => values["Payshift:Processing:Mode"] = "Continuous");
        var run = app.Drain.RunAsync(cancellation.Token);
        await cancellation.CancelAsync();

        Assert.Equal(QueueRunEnd.Canceled, (await run.WaitAsync(Soon)).End);
    }

    [Fact]
    public async Task While_table_storage_is_away_no_handler_acts_and_the_stats_name_the_circuit()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler, values => values["Payshift:Tables:ConnectionString"] = TablesAway());
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(10, Run));

        Assert.Equal((0, QueueRunEnd.Unavailable), await DrainAsync(app));
        Assert.Equal((0, QueueRunEnd.Unavailable), await DrainAsync(app));

        Assert.Empty(handler.Attempts);
        var reader = app.Services.GetRequiredService<StatsReader>();
        // The drain does not wait until Redis knows of the circuit.
        StatsResponse? stats = null;
        await Eventually.TrueAsync(async () => (stats = await reader.ReadAsync(default)).Circuits.Count > 0, Soon, "the circuit is told of");
        Assert.Equal("tables", Assert.Single(stats!.Circuits).Name);
        Assert.Equal((10, 0, 0), (stats.ReadyNormal, stats.InFlight, stats.Counters.Reclaimed));
    }

    [Fact]
    public async Task A_single_batch_that_could_not_be_taken_tells_why()
    {
        await using var app = Create(new FakeHandler(), values => values["Payshift:Tables:ConnectionString"] = TablesAway());
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(1, Run));

        var summary = await app.Drain.ProcessAsync(maxBatches: 1);

        Assert.Equal((0, QueueRunEnd.Unavailable), (summary.Batches, summary.End));
    }

    [Fact]
    public async Task A_provider_s_own_retry_settings_come_before_everybody_s()
    {
        var handler = new FakeHandler(attempt => WebhookOutcome.Transient(attempt.Webhook.Id, "busy"));
        await using var app = Create(handler, values => values["Payshift:Providers:adyen:Retry:MaxAttempts"] = "1");
        await app.Queue.EnqueueAsync([SampleWebhooks.Create(Run + "_s"), SampleWebhooks.Create(Run + "_a") with { Provider = "adyen" }]);

        var summary = await app.Drain.ProcessAsync(maxBatches: 1);

        Assert.Equal((1, 1), (summary.Retried, summary.Failed));
    }

    [Fact]
    public async Task An_error_that_will_come_again_is_a_permanent_failure_at_once()
    {
        var handler = new FakeHandler(_ => throw new System.Text.Json.JsonException("no such field"));
        await using var app = Create(handler);
        await app.Queue.EnqueueAsync([SampleWebhooks.Create(Run)]);

        Assert.Equal(1, (await app.Drain.ProcessAsync()).Failed);
        Assert.Single(handler.Attempts);
    }

    [Fact]
    public async Task A_batch_that_works_longer_than_its_lease_keeps_it()
    {
        // Table Storage takes its time: three times as long as the lease.
        var store = new Mock<IResultTable>();
        var lease = TimeSpan.FromSeconds(5);
        var recording = new TaskCompletionSource();
        store.Setup(it => it.FindAsync(It.IsAny<string>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        store.Setup(it => it.RecordAsync(It.IsAny<IReadOnlyList<ResultRecord>>(), It.IsAny<CancellationToken>())).Returns(recording.Task);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = Create(
            new FakeHandler(),
            values =>
            {
                values["Payshift:Queue:LeaseDuration"] = "00:00:05";
                values["Payshift:Processing:BatchTimeout"] = "00:00:01";
                values["Payshift:Processing:Concurrency"] = "1";
            },
            collection =>
            {
                collection.AddSingleton<TimeProvider>(clock);
                collection.AddSingleton(store.Object);
            });
        await app.Queue.EnqueueAsync([SampleWebhooks.Create(Run)]);
        var drain = app.Drain.ProcessAsync(maxBatches: 1);
        await Eventually.TrueAsync(() => store.Invocations.Any(call => call.Method.Name == nameof(IResultTable.RecordAsync)), Soon, "it records");
        var before = await LeaseEndsAsync();

        await Eventually.TrueAsync(async () =>
        {
            clock.Advance(lease / 3);
            return await LeaseEndsAsync() > before;
        }, Soon, "the lease was extended");
        recording.SetResult();

        Assert.Equal(1, (await drain).Processed);
    }

    private async Task<double> LeaseEndsAsync()
    {
        foreach (var partition in Enumerable.Range(0, 4))
        {
            if (await Services.Redis.GetDatabase().SortedSetRangeByRankWithScoresAsync($"payshift:{{{partition}}}:inflight") is [var entry])
            {
                return entry.Score;
            }
        }

        return 0;
    }

    private string TablesAway() =>
        Services.AwayTablesConnectionString;

    private static async Task<(int Processed, QueueRunEnd End)> DrainAsync(PayshiftApp app)
    {
        var summary = await app.Drain.ProcessAsync();
        return (summary.Processed, summary.End);
    }

    private PayshiftApp Create(
        IWebhookBatchHandler handler, Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? configure = null) =>
        new(Services, settings, collection =>
        {
            collection.AddSingleton(handler);
            configure?.Invoke(collection);
        });
}
