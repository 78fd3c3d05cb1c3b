using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Batches;

/// <summary>The counts and durations of one batch.</summary>
/// <param name="Webhooks">Those that it processed, retried or failed.</param>
/// <param name="Received">Those of them that were at their first attempt.</param>
/// <param name="AverageDelaySeconds">From receipt to record; null where nothing was recorded.</param>
public sealed record BatchResponse(
    string Id,
    DateTimeOffset StartedAt,
    double ElapsedSeconds,
    int Webhooks,
    int Received,
    int Processed,
    int Retried,
    int Failed,
    double? AverageDelaySeconds,
    double MaxDelaySeconds,
    IReadOnlyList<BatchGroup> Counts)
{
    public static BatchResponse Of(BatchRecord record)
    {
        var (processed, retried, failed) = (record.Total(BatchCount.Processed), record.Total(BatchCount.Retried), record.Total(BatchCount.Failed));
        var delays = new DelayHistogram();
        foreach (var count in record.Counts)
        {
            delays.Add(count.Delays);
        }

        return new BatchResponse(
            record.BatchId,
            record.StartedAt,
            record.Elapsed.TotalSeconds,
            processed + retried + failed,
            record.Total(BatchCount.Received),
            processed,
            retried,
            failed,
            delays.Count == 0 ? null : record.TotalDelay.TotalSeconds / delays.Count,
            record.MaxDelay.TotalSeconds,
            BatchGroup.Of(record));
    }
}
