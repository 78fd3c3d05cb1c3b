using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Payshift.Tests.Infrastructure.LongestFirst", "Payshift.Tests")]

namespace Payshift.Tests.Infrastructure;

/// <summary>
/// Collections of several classes first, then the pages of the dashboard, then all others: what takes long and begins last
/// would run alone in the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(collection =>
        collection.CollectionDefinition is not null ? 0
        : collection.DisplayName.Contains(".Dashboard.", StringComparison.Ordinal) ? 1
        : 2);
}
