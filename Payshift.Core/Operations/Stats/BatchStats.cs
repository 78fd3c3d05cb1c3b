using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Stats;

/// <summary>The counts and durations of the last hour's batches.</summary>
/// <param name="Batches">Batches that ended.</param>
/// <param name="WithFailures">Those of them with a retry or a permanent failure.</param>
/// <param name="Processed">Webhooks.</param>
/// <param name="BatchDuration">From leasing to settling a batch.</param>
/// <param name="Processing">The same for each webhook: how long its batch had it.</param>
/// <param name="Delay">For each webhook, from receipt to record.</param>
/// <param name="IsComplete">Whether all batches were read; otherwise these are the newest of them.</param>
public sealed record BatchStats(
    int Batches,
    int WithFailures,
    long Processed,
    long Retried,
    long Failed,
    DurationStats? BatchDuration,
    DurationStats? Processing,
    DurationStats? Delay,
    bool IsComplete)
{
    internal static BatchStats Of(BatchRows rows)
    {
        DelayHistogram batches = new(), processing = new(), delays = new();
        TimeSpan batchTotal = default, batchMax = default, processingTotal = default, delayTotal = default, delayMax = default;
        foreach (var row in rows.Records)
        {
            var webhooks = row.Total(BatchCount.Processed) + row.Total(BatchCount.Retried) + row.Total(BatchCount.Failed);
            batches.Add(row.Elapsed);
            processing.Add(row.Elapsed, webhooks);
            (batchTotal, processingTotal, delayTotal) = (batchTotal + row.Elapsed, processingTotal + row.Elapsed * webhooks, delayTotal + row.TotalDelay);
            batchMax = row.Elapsed > batchMax ? row.Elapsed : batchMax;
            delayMax = row.MaxDelay > delayMax ? row.MaxDelay : delayMax;
            foreach (var count in row.Counts)
            {
                delays.Add(count.Delays);
            }
        }

        return new BatchStats(
            rows.Records.Count,
            rows.Records.Count(row => row.Total(BatchCount.Retried) + row.Total(BatchCount.Failed) > 0),
            rows.Records.Sum(row => (long)row.Total(BatchCount.Processed)),
            rows.Records.Sum(row => (long)row.Total(BatchCount.Retried)),
            rows.Records.Sum(row => (long)row.Total(BatchCount.Failed)),
            DurationStats.Of(batches, batchTotal, batchMax),
            DurationStats.Of(processing, processingTotal, batchMax),
            DurationStats.Of(delays, delayTotal, delayMax),
            rows.IsComplete);
    }
}
