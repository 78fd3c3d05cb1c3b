namespace Payshift.Core.Operations.Analytics;

/// <summary>The totals of one provider and payment method over the whole period.</summary>
public sealed record AnalyticsGroup(string Provider, string PaymentMethod, AnalyticsTotals Totals);
