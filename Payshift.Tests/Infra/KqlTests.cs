namespace Payshift.Tests.Infra;

/// <summary>The reader of queries finds what they name, and nothing of what they make themselves.</summary>
public sealed class KqlTests
{
    private static readonly Kql Query = Kql.Parse("""
        // Comment of AppNothing.
        let limit = toscalar(AppMetrics | where Name == 'a.limit' | summarize max(Max));
        AppMetrics
        | where Name in ('a.used', 'a.free') and tostring(Properties['a.kind']) == 'big'
        | extend Half = Sum / 2
        | summarize Value = max(Half) / limit by bin(TimeGenerated, 5m), Where = tostring(Properties['a.place'])
        """);

    [Fact]
    public void Tables() => Assert.Equal(["AppMetrics"], Query.Tables);

    [Fact]
    public void Names_of_metrics() => Assert.Equal(["a.limit", "a.used", "a.free"], Query.Names);

    [Fact]
    public void Properties() => Assert.Equal(["a.kind", "a.place"], Query.Properties);

    [Fact]
    public void Values_that_they_are_compared_with() => Assert.Equal(["big"], Query.Values);

    [Fact]
    public void Columns_of_the_tables_alone() => Assert.Equal(["Name", "Max", "Properties", "Sum", "TimeGenerated"], Query.Columns);
}
