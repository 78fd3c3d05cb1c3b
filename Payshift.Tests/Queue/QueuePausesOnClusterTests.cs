namespace Payshift.Tests.Queue;

[Collection(RedisClusterCollection.Name)]
public sealed class QueuePausesOnClusterTests(RedisClusterFixture services) : QueuePausesTests(services);
