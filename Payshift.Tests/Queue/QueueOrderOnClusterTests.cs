namespace Payshift.Tests.Queue;

[Collection(RedisClusterCollection.Name)]
public sealed class QueueOrderOnClusterTests(RedisClusterFixture services) : QueueOrderTests(services);
