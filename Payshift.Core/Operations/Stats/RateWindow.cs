using Payshift.Core.Queue.Stats;
using Payshift.Core.Scaling.History;

namespace Payshift.Core.Operations.Stats;

/// <summary>The rates of arrivals and outcomes over some minutes, as the timer noted them each minute.</summary>
/// <param name="Minutes">The window that is meant.</param>
/// <param name="Seconds">How long it really is: longer where minutes were not noted, shorter where none was noted so long ago.</param>
/// <param name="InPerMinute">Webhooks received.</param>
/// <param name="OutPerMinute">Webhooks processed or failed for good.</param>
/// <param name="RetriedPerMinute">Failed attempts that were followed by another.</param>
/// <param name="SuccessRate">The share of those that ended which were processed; null where none ended.</param>
/// <param name="FailureRate">The share that failed for good.</param>
/// <param name="Until">When the last totals were noted.</param>
public sealed record RateWindow(
    int Minutes,
    double Seconds,
    double InPerMinute,
    double OutPerMinute,
    double RetriedPerMinute,
    double? SuccessRate,
    double? FailureRate,
    DateTimeOffset Until)
{
    /// <param name="samples">Oldest first.</param>
    /// <returns>Null where fewer than two moments were noted.</returns>
    public static RateWindow? Of(IReadOnlyList<TotalsSample> samples, int minutes)
    {
        if (samples.Count < 2)
        {
            return null;
        }

        var last = samples[^1];
        // Notes lie a minute apart, give or take the run's start.
        var first = samples.LastOrDefault(sample => sample.At <= last.At.AddMinutes(-minutes).AddSeconds(5)) ?? samples[0];
        var span = last.At - first.At;
        if (span <= TimeSpan.Zero)
        {
            return null;
        }

        var processed = Increase(totals => totals.Processed);
        var failed = Increase(totals => totals.Failed);
        var ended = processed + failed;
        return new RateWindow(
            minutes,
            span.TotalSeconds,
            Increase(totals => totals.Received) / span.TotalMinutes,
            ended / span.TotalMinutes,
            Increase(totals => totals.Retried) / span.TotalMinutes,
            ended > 0 ? processed / ended : null,
            ended > 0 ? failed / ended : null,
            last.At);

        // A total falls only when Redis lost its data.
        double Increase(Func<QueueCounters, long> total) => Math.Max(0, total(last.Totals) - total(first.Totals));
    }
}
