using System.Text.RegularExpressions;

namespace Payshift.Tests.Telemetry;

/// <summary>What <c>docs/telemetry.md</c> promises.</summary>
internal static partial class TelemetryPage
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "telemetry.md"));

    /// <summary>By name.</summary>
    public static IReadOnlyList<string> Metrics { get; } = [.. MetricRow().Matches(Text).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"^\| `(?<name>[a-z_.]+)` \| (counter|histogram|gauge), ", RegexOptions.Multiline)]
    private static partial Regex MetricRow();
}
