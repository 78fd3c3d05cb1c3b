namespace Payshift.Tests.Infrastructure;

/// <summary>The tests that measure how soon something answers, and therefore run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RedisOutageCollection
{
    public const string Name = "outages of Redis";
}
