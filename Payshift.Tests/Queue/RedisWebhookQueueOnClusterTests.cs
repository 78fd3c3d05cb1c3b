namespace Payshift.Tests.Queue;

[Collection(RedisClusterCollection.Name)]
public sealed class RedisWebhookQueueOnClusterTests(RedisClusterFixture services) : RedisWebhookQueueTests(services)
{
    private readonly RedisClusterFixture _services = services;

    [Fact]
    public async Task Partitions_spread_over_the_shards()
    {
        await CreateQueue(partitions: 16).EnqueueAsync(SampleWebhooks.Many(200));

        var masters = _services.Masters().ToArray();
        Assert.Equal(3, masters.Length);
        Assert.All(masters, master => Assert.NotEmpty(master.Keys(pattern: "payshift:*:ready")));
    }
}
