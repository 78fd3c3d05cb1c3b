using Payshift.Tests.Infra;

namespace Payshift.Tests.Telemetry;

/// <remarks>Every query of the workbook and the alerts names only tables, columns, metrics, dimensions and values that a host sends.</remarks>
public sealed partial class SentTelemetryTests
{
    /// <summary>The tables of a workspace, and the type of item that each is made of.</summary>
    /// <seealso href="https://learn.microsoft.com/azure/azure-monitor/app/convert-classic-resource"/>
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["AppRequests"] = "RequestData",
        ["AppDependencies"] = "RemoteDependencyData",
        ["AppTraces"] = "MessageData",
        ["AppExceptions"] = "ExceptionData",
        ["AppMetrics"] = "MetricData",
    };

    /// <summary>Columns, and what of an item each is made of; null for what the workspace adds.</summary>
    private static readonly Dictionary<string, string?> Columns = new()
    {
        ["TimeGenerated"] = null,
        ["_BilledSize"] = null,
        ["ItemCount"] = null,
        ["OperationId"] = "ai.operation.id",
        ["Name"] = "\"name\":",
        ["DurationMs"] = "\"duration\":",
        ["SeverityLevel"] = "\"severityLevel\":",
        ["Properties"] = "\"properties\":",
        ["Sum"] = "\"value\":",
        ["Max"] = "\"value\":",
    };

    public static TheoryData<string> Files => [.. Kql.ReadAll(Folder).Select(query => query.Name)];

    private static string Folder => Path.Combine(Repository.Root, "infra", "queries");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_query_names_what_arrives(string file)
    {
        var query = Kql.ReadAll(Folder).Single(query => query.Name == file);

        Assert.NotEmpty(query.Tables);
        Assert.All(query.Tables, table => Assert.Contains(table, Tables.Keys));
        Assert.All(query.Columns, column => Assert.Contains(column, Columns.Keys));
        foreach (var name in query.Names)
        {
            await scene.ArrivesAsync(() => Items().Any(item => (item.Metric ?? item.Name) == name), $"{name} of {file}");
        }

        foreach (var text in query.Columns.Select(column => Columns[column]).OfType<string>())
        {
            await scene.ArrivesAsync(() => Items().Any(item => item.Text.Contains(text, StringComparison.Ordinal)), $"{text} of {file}");
        }

        await scene.ArrivesAsync(() => Named().Any(), $"something for {file}");
        foreach (var property in query.Properties.Where(property => !IsPromised(query, property)))
        {
            await scene.ArrivesAsync(() => Named().Any(item => item.Property(property) is not null), $"{property} of {file}, which is not on the page");
        }

        foreach (var value in query.Values.Where(value => value.Trim().Length > 0 && !IsPromised(query, value)))
        {
            await scene.ArrivesAsync(() => Named().Any(item => query.Properties.Any(property => item.Property(property) == value)), $"{value} of {file}, which is not on the page");
        }

        IEnumerable<SentItem> Items()
        {
            var types = query.Tables.Select(table => Tables[table]).ToHashSet();
            return scene.Endpoint.Items.Where(item => types.Contains(item.Type));
        }

        // Where a query names metrics or spans, its dimensions and values are those of these.
        IEnumerable<SentItem> Named() => query.Names.Any() ? Items().Where(item => query.Names.Contains(item.Metric ?? item.Name)) : Items();
    }

    /// <summary>
    /// What does not happen in the scene, such as an outage, is on the page on telemetry: a dimension with its metric, a value
    /// anywhere. The page is held against the code.
    /// </summary>
    private static bool IsPromised(Kql query, string text) => text.Contains('.', StringComparison.Ordinal)
        ? TelemetryPage.Text.Split('\n').Any(row => query.Names.Any(name => row.StartsWith($"| `{name}` |", StringComparison.Ordinal)) && row.Contains($"`{text}`", StringComparison.Ordinal))
        : TelemetryPage.Text.Contains($"`{text}`", StringComparison.Ordinal);
}
