using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Processing;

namespace Payshift.Tests.Operations.Stats;

[Collection(ServicesCollection.Name)]
public sealed class StatsReaderTests(ServicesFixture services) : ServicesTest(services)
{
    [Fact]
    public async Task Tell_what_batches_did_lately_and_how_long_webhooks_took()
    {
        await using var app = new PayshiftApp(Services, configure: collection => collection.AddSingleton<IWebhookBatchHandler>(new FakeHandler(
            attempt => attempt.Webhook.PaymentMethod == "bank" ? WebhookOutcome.Permanent(attempt.Webhook.Id, "closed") : WebhookOutcome.Succeeded(attempt.Webhook.Id))));
        var before = await ReadBatchesAsync(app);
        await app.Queue.EnqueueAsync([.. SampleWebhooks.Many(9, Run).Select((webhook, index) => webhook with
        {
            PaymentMethod = index < 4 ? "bank" : "card",
            ReceivedAt = DateTimeOffset.UtcNow.AddSeconds(-40),
        })]);
        await app.Drain.ProcessAsync();

        var batches = await ReadBatchesAsync(app);
        Assert.Equal((5, 4), (batches.Processed - before.Processed, batches.Failed - before.Failed));
        Assert.True(batches.Batches > before.Batches);
        Assert.True(batches.WithFailures > before.WithFailures);
        Assert.True(batches.Delay!.MaxSeconds >= 40);
        Assert.InRange(batches.Processing!.P50Seconds, 0.0001, batches.BatchDuration!.MaxSeconds);
    }

    [Fact]
    public async Task Tell_the_size_of_each_partition_and_the_memory()
    {
        await using var app = new PayshiftApp(Services);
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(20, Run));

        var stats = await ReadAsync(app);

        Assert.Equal([0, 1, 2, 3], stats.Partitions.Select(partition => partition.Partition));
        Assert.Equal(20, stats.Partitions.Sum(partition => partition.ReadyNormal));
        Assert.Equal(1, stats.RedisMemory!.Servers);
        Assert.InRange(stats.RedisMemory.UsedBytes, 1, stats.RedisMemory.PeakBytes);
    }

    [Fact]
    public async Task Tell_when_timers_ran_and_will()
    {
        await using var app = new PayshiftApp(Services);
        var timers = app.Services.GetRequiredService<TimerRuns>();
        var next = new DateTime(2030, 1, 1, 0, 1, 0, DateTimeKind.Utc);
        await timers.RunAsync("First", next, async () =>
        {
            var during = Assert.Single((await ReadAsync(app)).Timers);
            Assert.Equal(("First", null, new DateTimeOffset(next)), (during.Name, during.EndedAt, during.NextAt));
            return 0;
        });

        var run = Assert.Single((await ReadAsync(app)).Timers);
        Assert.True(run.EndedAt >= run.BeganAt);
    }

    [Fact]
    public async Task Tell_the_batch_handler_of_the_host_whose_timers_ran()
    {
        await using var recording = new PayshiftApp(Services);
        await using var handling = new PayshiftApp(Services, configure: collection => collection.AddSingleton<IWebhookBatchHandler>(
            new FakeHandler(attempt => WebhookOutcome.Succeeded(attempt.Webhook.Id))));

        Assert.Null(await HandlerAfterRunAsync(recording));
        Assert.Equal(typeof(FakeHandler).FullName, await HandlerAfterRunAsync(handling));
        Assert.Null(await HandlerAfterRunAsync(recording));

        static async Task<string?> HandlerAfterRunAsync(PayshiftApp app)
        {
            await app.Services.GetRequiredService<TimerRuns>().RunAsync("First", null, () => Task.FromResult(0));
            return Assert.Single((await ReadAsync(app)).Timers).Handler;
        }
    }

    [Fact]
    public async Task Tell_the_rest_while_table_storage_is_away()
    {
        await using var app = new PayshiftApp(Services, values => values["Payshift:Tables:ConnectionString"] =
            Services.AwayTablesConnectionString);
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(2, Run));

        var stats = await ReadAsync(app);
        Assert.Equal((2, null), (stats.ReadyNormal, stats.Batches));
    }

    /// <summary>A read leaves them out where Table Storage takes its time.</summary>
    private static async Task<BatchStats> ReadBatchesAsync(PayshiftApp app)
    {
        BatchStats? batches = null;
        await Eventually.TrueAsync(
            async () => (batches = (await ReadAsync(app)).Batches) is not null, TimeSpan.FromSeconds(60), "the batches are read");
        return batches!;
    }

    private static Task<StatsResponse> ReadAsync(PayshiftApp app) => app.Services.GetRequiredService<StatsReader>().ReadAsync(default);
}
