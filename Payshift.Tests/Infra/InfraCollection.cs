namespace Payshift.Tests.Infra;

/// <summary>Tests that read the template, which is compiled once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class InfraCollection : ICollectionFixture<InfraFixture>
{
    public const string Name = "infra";
}
