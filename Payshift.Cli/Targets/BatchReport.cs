using Payshift.Core.Storage;

namespace Payshift.Cli.Targets;

/// <summary>What one batch did, as <c>GET /payment/admin/batches</c> answers.</summary>
/// <param name="Webhooks">Those that it processed, retried or failed.</param>
/// <param name="Received">Those of them that were at their first attempt.</param>
/// <param name="AverageDelaySeconds">From receipt to record; null where nothing was recorded.</param>
internal sealed record BatchReport(
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
    IReadOnlyList<BatchCountsReport> Counts)
{
    public static BatchReport Of(BatchRecord record)
    {
        var (processed, retried, failed) = (record.Total(BatchCount.Processed), record.Total(BatchCount.Retried), record.Total(BatchCount.Failed));
        return new BatchReport(
            record.BatchId,
            record.StartedAt,
            record.Elapsed.TotalSeconds,
            processed + retried + failed,
            record.Total(BatchCount.Received),
            processed,
            retried,
            failed,
            processed + failed == 0 ? null : record.TotalDelay.TotalSeconds / (processed + failed),
            record.MaxDelay.TotalSeconds,
            BatchCountsReport.Of(record));
    }
}
