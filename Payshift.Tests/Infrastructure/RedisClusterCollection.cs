namespace Payshift.Tests.Infrastructure;

/// <summary>The tests that share one Redis Cluster.</summary>
[CollectionDefinition(Name)]
public sealed class RedisClusterCollection : ICollectionFixture<RedisClusterFixture>
{
    public const string Name = "real cluster";
}
