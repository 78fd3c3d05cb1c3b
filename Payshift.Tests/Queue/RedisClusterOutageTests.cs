using System.Collections.Concurrent;
using Payshift.Core.Queue.Stats;

namespace Payshift.Tests.Queue;

[Collection(RedisOutageCollection.Name)]
public sealed class RedisClusterOutageTests : IAsyncLifetime
{
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private RedisCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await RedisCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_killed_master_is_found_again_within_five_seconds_of_its_return_and_the_other_shards_go_on()
    {
        await using var connected = new ConnectedQueue(_cluster.ConnectionString);
        await connected.UntilKeptAsync("before");

        await Eventually.FastAsync(async () =>
        {
            await _cluster.Masters[0].KillAsync();
            Assert.False(await ConnectedQueue.TryAsync(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(40, "meanwhile"))));
            var taken = await Task.WhenAll(SampleWebhooks.Many(30, "single").Select(webhook => ConnectedQueue.TryAsync(() => connected.Queue.EnqueueAsync([webhook]))));
            Assert.Contains(true, taken);
            await _cluster.Masters[0].RestartAsync();
            return await connected.TimeUntilKeptAsync("after");
        }, RecoveryLimit, "the master is found again");

        Assert.Equal(new EnqueueResult(0, 40), await connected.UntilKeptAsync("before"));
    }

    [Fact]
    public Task A_process_that_started_before_its_cluster_finds_it() => Eventually.FastAsync(async () =>
    {
        await Task.WhenAll(_cluster.Masters.Select(master => master.KillAsync()));
        await using var connected = new ConnectedQueue(_cluster.ConnectionString);
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(1)));

        await Task.WhenAll(_cluster.Masters.Select(master => master.RestartAsync()));

        return await connected.TimeUntilKeptAsync("after");
    }, RecoveryLimit, "the cluster is found");

    [Fact]
    public async Task With_a_master_killed_in_the_middle_all_that_was_kept_is_processed_once_and_nothing_is_left()
    {
        const int Count = 900;
        await using var connected = new ConnectedQueue(_cluster.ConnectionString, leaseDuration: TimeSpan.FromSeconds(1));
        var queue = connected.Queue;
        var processed = new ConcurrentBag<string>();
        var outages = 0;
        using var over = new CancellationTokenSource();
        var receiving = Task.WhenAll(SampleWebhooks.Many(Count).Chunk(300).Select(async webhooks =>
        {
            foreach (var webhook in webhooks)
            {
                // As a provider does with what was refused.
                await RepeatAsync(() => queue.EnqueueAsync([webhook]));
            }
        }));
        var draining = Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            while (!over.IsCancellationRequested)
            {
                await AttemptAsync(ProcessBatchAsync);
            }
        }));

        await Eventually.TrueAsync(() => processed.Count > Count / 10, Patience, "processing is under way");
        await _cluster.Masters[1].KillAsync();
        await Eventually.TrueAsync(() => outages > 10, Patience, "the outage is felt");
        await _cluster.Masters[1].RestartAsync();

        await receiving.WaitAsync(Patience);
        await Eventually.TrueAsync(
            () => ConnectedQueue.TryAsync(() => queue.RecoverAsync(default)), Patience, "the cluster answers");
        await Eventually.TrueAsync(async () => (await StatsAsync()).Counters.Processed >= Count, Patience, "all are processed");
        await over.CancelAsync();
        await draining;

        var stats = await StatsAsync();
        Assert.Equal((Count, Count), (stats.Counters.Received, stats.Counters.Processed));
        Assert.Equal((0, 0, 0), (stats.ReadyNormal, stats.InFlight, stats.Scheduled));
        Assert.Equal(processed.Count, processed.Distinct().Count());

        async Task ProcessBatchAsync()
        {
            var leased = await queue.LeaseAsync(20);
            var done = await queue.SettleAsync([.. leased.Select(webhook => new Settlement(webhook.Lease, SettlementKind.Complete))]);
            foreach (var (webhook, _) in leased.Zip(done).Where(entry => entry.Second))
            {
                processed.Add(webhook.Webhook!.EventId);
            }
        }

        async Task<bool> AttemptAsync(Func<Task> call)
        {
            var answered = await ConnectedQueue.TryAsync(call);
            Interlocked.Add(ref outages, answered ? 0 : 1);
            return answered;
        }

        async Task<QueueStats> StatsAsync()
        {
            QueueStats? stats = null;
            await Eventually.TrueAsync(
                async () => await ConnectedQueue.TryAsync(async () => stats = await queue.GetStatsAsync()) && stats!.PartitionsAway == 0,
                Patience, "every partition answers");
            return stats!;
        }

        Task RepeatAsync(Func<Task> call) => Eventually.TrueAsync(() => AttemptAsync(call), Patience, "Redis takes a webhook");
    }
}
