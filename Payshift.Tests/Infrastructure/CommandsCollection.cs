namespace Payshift.Tests.Infrastructure;

/// <summary>The tests that start the command on real services.</summary>
[CollectionDefinition(Name)]
public sealed class CommandsCollection : ICollectionFixture<ServicesFixture>
{
    public const string Name = "commands";
}
