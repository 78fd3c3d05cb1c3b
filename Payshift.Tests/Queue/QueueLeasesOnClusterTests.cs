namespace Payshift.Tests.Queue;

[Collection(RedisClusterCollection.Name)]
public sealed class QueueLeasesOnClusterTests(RedisClusterFixture services) : QueueLeasesTests(services);
