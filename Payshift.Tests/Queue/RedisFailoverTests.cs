using Payshift.Core.Queue;
using Payshift.Tests.Infrastructure;

namespace Payshift.Tests.Queue;

[Collection(RedisOutageCollection.Name)]
public sealed class RedisFailoverTests
{
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PromotionLimit = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 15)]
    public async Task A_replica_that_a_cluster_promoted_is_found(bool hung, int seconds)
    {
        await using var cluster = await RedisCluster.StartAsync(replicas: true);
        await using var connected = new ConnectedQueue(cluster.ConnectionString);
        await using var observer = await RedisNode.ConnectAsync(cluster.Masters[1].Port);
        await connected.UntilKeptAsync("before", RecoveryLimit);

        await (hung ? cluster.Masters[0].PauseAsync() : cluster.Masters[0].KillAsync());
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(40, "meanwhile")));
        await Eventually.TrueAsync(
            async () => (await observer.ClusterNodesAsync()).Count(line => line.Contains("master", StringComparison.Ordinal)) == 4,
            PromotionLimit, "a replica is promoted");

        await connected.UntilKeptAsync("after", TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 15)]
    public async Task A_replica_that_a_sentinel_promoted_is_found(bool hung, int seconds)
    {
        await using var redis = await RedisSentinel.StartAsync();
        await using var connected = new ConnectedQueue(redis.ConnectionString);
        await connected.UntilKeptAsync("before", RecoveryLimit);

        await (hung ? redis.Master.PauseAsync() : redis.Master.KillAsync());
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(40, "meanwhile")));
        await Eventually.TrueAsync(async () => await redis.MasterPortAsync() != redis.Master.Port, PromotionLimit, "the sentinel promotes the replica");

        await connected.UntilKeptAsync("after", TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_process_that_started_before_its_sentinel_finds_it()
    {
        await using var redis = await RedisSentinel.StartAsync();
        await redis.Sentinel.KillAsync();
        await using var connected = new ConnectedQueue(redis.ConnectionString);
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(1)));

        await redis.Sentinel.RestartAsync();

        await connected.UntilKeptAsync("after", RecoveryLimit);
    }
}
