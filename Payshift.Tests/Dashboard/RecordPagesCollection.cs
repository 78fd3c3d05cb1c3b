using Payshift.Tests.Dashboard.Browser;

namespace Payshift.Tests.Dashboard;

/// <summary>The tests of failures, payments and the audit, with a browser of their own beside that of the other pages.</summary>
[CollectionDefinition(Name)]
public sealed class RecordPagesCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "record pages";
}
