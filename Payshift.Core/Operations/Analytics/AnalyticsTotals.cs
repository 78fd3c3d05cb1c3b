using Payshift.Core.Operations.Stats;

namespace Payshift.Core.Operations.Analytics;

/// <summary>The webhooks of a period, by the time when their batch began.</summary>
/// <param name="Received">Webhooks at their first attempt.</param>
/// <param name="Retried">Failed attempts that were followed by another.</param>
/// <param name="Delay">From receipt to record; null where nothing was recorded.</param>
public sealed record AnalyticsTotals(long Received, long Processed, long Failed, long Retried, DurationStats? Delay);
