namespace Payshift.Core.Operations.Analytics;

/// <summary>
/// The change against the period of the same length before, as a share of it: 0.5 is half as much again. Null where there was
/// nothing.
/// </summary>
public sealed record AnalyticsTrend(double? Received, double? Processed, double? Failed, double? Retried, double? DelayP95)
{
    public static AnalyticsTrend Of(AnalyticsTotals now, AnalyticsTotals before) => new(
        Change(now.Received, before.Received),
        Change(now.Processed, before.Processed),
        Change(now.Failed, before.Failed),
        Change(now.Retried, before.Retried),
        now.Delay is { } delay && before.Delay is { } delayBefore ? Change(delay.P95Seconds, delayBefore.P95Seconds) : null);

    private static double? Change(double now, double before) => before > 0 ? (now - before) / before : null;
}
