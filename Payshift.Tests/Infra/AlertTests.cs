using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Payshift.Tests.Infra;

/// <summary>Alerts have a chapter in the runbook and queries that give what they measure; the workbook has every query that is there.</summary>
[Collection(InfraCollection.Name)]
public sealed partial class AlertTests(InfraFixture infra)
{
    private const string Rules = "Microsoft.Insights/scheduledQueryRules";

    private static readonly string Runbook = File.ReadAllText(Path.Combine(Repository.Root, "docs", "runbook.md"));

    private static readonly IReadOnlyList<string> Chapters = [.. Chapter().Matches(Runbook).Select(match => match.Groups["name"].Value)];

    [BicepFact]
    public void Every_alert_has_a_chapter_in_the_runbook_and_every_chapter_an_alert()
    {
        var linked = infra.Prod.All(Rules).Select(rule => rule.At("properties.description").Split('#')[1]).ToList();

        Assert.NotEmpty(linked);
        Assert.Equal(Chapters.Order(), linked.Order());
        Assert.All(linked, name => Assert.Contains($"| [{name}](#{name}) | ", Runbook, StringComparison.Ordinal));
        Assert.EndsWith("#redis-memory", infra.Prod.Text("Microsoft.Insights/metricAlerts", "properties.description"), StringComparison.Ordinal);
    }

    [BicepFact]
    public void The_runbook_tells_the_severity_that_is_set() => Assert.All(infra.Prod.All(Rules), rule =>
    {
        var name = rule.At("properties.description").Split('#')[1];
        Assert.Contains($"| [{name}](#{name}) | {rule.At("properties.severity")} | ", Runbook, StringComparison.Ordinal);
    });

    [BicepFact]
    public void A_query_of_an_alert_gives_the_column_that_is_measured_and_the_one_that_it_is_split_by() => Assert.All(infra.Prod.All(Rules), rule =>
    {
        var criterion = rule["properties"]!["criteria"]!["allOf"]!.AsArray().Single()!;
        var query = criterion.At("query");

        Assert.Equal("Value", criterion.At("metricMeasureColumn"));
        Assert.Matches(@"\bValue = ", query);
        Assert.All(
            criterion["dimensions"]!.AsArray(),
            dimension => Assert.Matches($@"\b{dimension!.At("name")}\b", query.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last()));
    });

    [BicepFact]
    public void Whoever_is_named_is_told_by_every_alert()
    {
        var group = infra.Full.One("Microsoft.Insights/actionGroups");

        Assert.Equal("on-call@example.com", group["properties"]!["emailReceivers"]!.AsArray().Single()!.At("emailAddress"));
        Assert.All(infra.Full.All(Rules), rule => Assert.Single(rule["properties"]!["actions"]!["actionGroups"]!.AsArray()));
        Assert.Empty(infra.Dev.All("Microsoft.Insights/actionGroups"));
        Assert.All(infra.Dev.All(Rules), rule => Assert.Empty(rule["properties"]!["actions"]!["actionGroups"]!.AsArray()));
    }

    [BicepFact]
    public void A_threshold_can_be_another_one()
    {
        Assert.Equal("900", Threshold(infra.Full));
        Assert.Equal("600", Threshold(infra.Prod));

        static string Threshold(Deployment deployment) => deployment.All(Rules)
            .Single(rule => rule.At("properties.description").EndsWith("#backlog-age", StringComparison.Ordinal))["properties"]!["criteria"]!["allOf"]![0]!.At("threshold");
    }

    [BicepFact]
    public void Every_query_is_used()
    {
        var queries = Directory.GetFiles(Path.Combine(Repository.Root, "infra", "queries"), "*.kql", SearchOption.AllDirectories);
        var texts = Texts(infra.Template).ToHashSet();

        Assert.NotEmpty(queries);
        Assert.All(queries, query => Assert.True(texts.Contains(File.ReadAllText(query)), query));
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [GeneratedRegex(@"^## (?<name>[a-z-]+)$", RegexOptions.Multiline)]
    private static partial Regex Chapter();
}
