using Payshift.Tests.Dashboard.Browser;

namespace Payshift.Tests.Dashboard;

/// <summary>The tests that share a browser. What needs none stays out of it.</summary>
[CollectionDefinition(Name)]
public sealed class DashboardCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "dashboard";
}
