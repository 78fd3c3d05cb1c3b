namespace Payshift.Tests.Infrastructure;

[CollectionDefinition(Name)]
public sealed class RedisClusterCollection : ICollectionFixture<RedisClusterFixture>
{
    public const string Name = "real cluster";
}
