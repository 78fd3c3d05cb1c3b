namespace Payshift.Tests.Infrastructure;

/// <summary>The tests that start hosts, with services of their own beside those of all other tests.</summary>
[CollectionDefinition(Name)]
public sealed class HostsCollection : ICollectionFixture<ServicesFixture>
{
    public const string Name = "hosts";
}
