namespace Payshift.Tests.Infrastructure;

/// <summary>Tests that measure how soon something answers, and so run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RedisOutageCollection
{
    public const string Name = "outages of Redis";
}
