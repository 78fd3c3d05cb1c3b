namespace Payshift.Core.Operations.Analytics;

/// <summary>The numbers of a period, as a whole, step by step and by provider and payment method.</summary>
/// <param name="Since">The period begins then.</param>
/// <param name="Until">The period ends before then.</param>
/// <param name="IsComplete">Whether every batch of both periods is kept and was read; otherwise the numbers are too low.</param>
/// <param name="Total">Of the whole period.</param>
/// <param name="Before">Of the period of the same length before.</param>
/// <param name="Series">Oldest first, a point for each step, also where nothing happened.</param>
/// <param name="Groups">Those with the most webhooks first.</param>
public sealed record AnalyticsResponse(
    DateTimeOffset Since,
    DateTimeOffset Until,
    AnalyticsStep By,
    bool IsComplete,
    AnalyticsTotals Total,
    AnalyticsTotals Before,
    AnalyticsTrend Trend,
    IReadOnlyList<AnalyticsPoint> Series,
    IReadOnlyList<AnalyticsGroup> Groups);
