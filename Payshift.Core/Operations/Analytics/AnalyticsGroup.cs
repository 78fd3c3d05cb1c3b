namespace Payshift.Core.Operations.Analytics;

/// <summary>What one provider and payment method had in the whole period.</summary>
public sealed record AnalyticsGroup(string Provider, string PaymentMethod, AnalyticsTotals Totals);
