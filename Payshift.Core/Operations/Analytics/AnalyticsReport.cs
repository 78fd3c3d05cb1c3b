namespace Payshift.Core.Operations.Analytics;

/// <param name="IsComplete">Whether every batch of both periods is kept and was read; otherwise the numbers are too low.</param>
/// <param name="Total">Of the whole period.</param>
/// <param name="Before">Of the period of the same length before.</param>
/// <param name="Series">Oldest first, a point for each step, also where nothing happened.</param>
/// <param name="Groups">Those with the most webhooks first.</param>
public sealed record AnalyticsReport(
    AnalyticsQuery Query,
    bool IsComplete,
    AnalyticsTotals Total,
    AnalyticsTotals Before,
    AnalyticsTrend Trend,
    IReadOnlyList<AnalyticsPoint> Series,
    IReadOnlyList<AnalyticsGroup> Groups);
