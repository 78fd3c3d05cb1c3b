namespace Payshift.Tests.Queue;

[Collection(RedisOutageCollection.Name)]
public sealed class RedisFailoverTests
{
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(5);

    // A sentinel that notices that it stood still for two seconds trusts nobody for half a minute.
    private static readonly TimeSpan PromotionLimit = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 15)]
    public Task A_replica_that_a_cluster_promoted_is_found(bool hung, int seconds) => Eventually.FastAsync(async () =>
    {
        await using var cluster = await RedisCluster.StartAsync(replicas: true);
        await using var connected = new ConnectedQueue(cluster.ConnectionString);
        await using var observer = await RedisNode.ConnectAsync(cluster.Masters[1].Port);
        await connected.UntilKeptAsync("before");

        await (hung ? cluster.Masters[0].PauseAsync() : cluster.Masters[0].KillAsync());
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(40, "meanwhile")));
        await cluster.PromoteReplicaOfAsync(cluster.Masters[0]);
        await Eventually.TrueAsync(
            async () => (await observer.ClusterNodesAsync()).Count(line => line.Contains("master", StringComparison.Ordinal)) == 4,
            PromotionLimit, "a replica is promoted");

        return await connected.TimeUntilKeptAsync("after");
    }, TimeSpan.FromSeconds(seconds), "the replica is found");

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 15)]
    public Task A_replica_that_a_sentinel_promoted_is_found(bool hung, int seconds) => Eventually.FastAsync(async () =>
    {
        await using var redis = await RedisSentinel.StartAsync();
        await using var connected = new ConnectedQueue(redis.ConnectionString);
        await connected.UntilKeptAsync("before");

        await (hung ? redis.Master.PauseAsync() : redis.Master.KillAsync());
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(40, "meanwhile")));
        await redis.PromoteReplicaAsync();
        await Eventually.TrueAsync(async () => await redis.MasterPortAsync() != redis.Master.Port, PromotionLimit, "the sentinel promotes the replica");

        return await connected.TimeUntilKeptAsync("after");
    }, TimeSpan.FromSeconds(seconds), "the replica is found");

    [Fact]
    public Task A_process_that_started_before_its_sentinel_finds_it() => Eventually.FastAsync(async () =>
    {
        await using var redis = await RedisSentinel.StartAsync();
        await redis.Sentinel.KillAsync();
        await using var connected = new ConnectedQueue(redis.ConnectionString);
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(1)));

        await redis.Sentinel.RestartAsync();

        return await connected.TimeUntilKeptAsync("after");
    }, RecoveryLimit, "the sentinel is found");
}
