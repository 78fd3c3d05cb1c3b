namespace Payshift.Tests.Infrastructure;

[CollectionDefinition(Name)]
public sealed class ServicesCollection : ICollectionFixture<ServicesFixture>
{
    public const string Name = "real services";
}
