namespace Payshift.Tests.Infrastructure;

/// <summary>The tests that need a Redis and an Azurite and can share them with others.</summary>
[CollectionDefinition(Name)]
public sealed class ServicesCollection : ICollectionFixture<ServicesFixture>
{
    public const string Name = "real services";
}
