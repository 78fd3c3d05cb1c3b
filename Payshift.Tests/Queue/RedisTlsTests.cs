namespace Payshift.Tests.Queue;

[Collection(RedisOutageCollection.Name)]
public sealed class RedisTlsTests
{
    [Fact]
    public async Task The_queue_speaks_TLS_with_a_server_whose_authority_is_named_and_with_no_other()
    {
        await using var redis = await RedisTls.StartAsync();
        await using var trusting = new ConnectedQueue(redis.ConnectionString, certificateAuthority: redis.AuthorityPath);
        await using var doubting = new ConnectedQueue(redis.ConnectionString);

        await trusting.UntilKeptAsync("trusted");
        await Assert.ThrowsAsync<QueueUnavailableException>(() => doubting.Queue.EnqueueAsync(SampleWebhooks.Many(40, "trusted")));
    }
}
