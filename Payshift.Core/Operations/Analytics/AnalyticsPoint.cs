namespace Payshift.Core.Operations.Analytics;

/// <param name="At">When the point begins.</param>
public sealed record AnalyticsPoint(DateTimeOffset At, AnalyticsTotals Totals);
