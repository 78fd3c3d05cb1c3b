using Payshift.Core.Operations.Analytics;

namespace Payshift.Cli.Clients;

/// <summary>What happened over time, as <c>GET /payment/admin/analytics</c> answers.</summary>
/// <param name="IsComplete">False where there were more batches than one call reads: the numbers are too low.</param>
internal sealed record AnalyticsSheet(
    DateTimeOffset Since,
    DateTimeOffset Until,
    AnalyticsStep By,
    bool IsComplete,
    AnalyticsTotals Total,
    AnalyticsTotals Before,
    AnalyticsTrend Trend,
    IReadOnlyList<AnalyticsPoint> Series,
    IReadOnlyList<AnalyticsGroup> Groups)
{
    public static AnalyticsSheet Of(AnalyticsReport report) => new(
        report.Query.From, report.Query.To, report.Query.By, report.IsComplete, report.Total, report.Before, report.Trend, report.Series, report.Groups);
}
