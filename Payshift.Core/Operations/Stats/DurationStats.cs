using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Stats;

/// <summary>Statistics of a duration, in seconds; percentiles to about a tenth.</summary>
public sealed record DurationStats(double AverageSeconds, double P50Seconds, double P95Seconds, double P99Seconds, double MaxSeconds)
{
    /// <summary>All of it from the buckets, where nothing else is known.</summary>
    /// <returns>Null where nothing was measured.</returns>
    internal static DurationStats? Of(DelayHistogram histogram) => histogram.Count == 0
        ? null
        : Of(histogram, histogram.Average()!.Value * histogram.Count, histogram.Percentile(1)!.Value);

    /// <returns>Null where nothing was measured.</returns>
    internal static DurationStats? Of(DelayHistogram histogram, TimeSpan total, TimeSpan max)
    {
        return histogram.Count == 0
            ? null
            : new DurationStats(total.TotalSeconds / histogram.Count, Percentile(0.5), Percentile(0.95), Percentile(0.99), max.TotalSeconds);

        // A bucket's middle can lie above what was measured.
        double Percentile(double share) => Math.Min(histogram.Percentile(share)!.Value.TotalSeconds, max.TotalSeconds);
    }
}
