using Payshift.Core.Storage.Batches;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Processing;

/// <summary>
/// The record of what batches did: telemetry at once, statistics several batches in a request, for a second of them is worth less
/// than a request a batch. Their loss is logged and stops nothing.
/// </summary>
internal sealed partial class BatchRecorder(
    IBatchTable batches, PayshiftTelemetry telemetry, TimeProvider timeProvider, ILogger<BatchRecorder> logger)
{
    private const int MaxWaiting = 20;

    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private List<BatchRecord> _waiting = [];
    private long _oldestAt;

    /// <summary>Begins the report of a batch, and its span.</summary>
    public BatchReport Begin(Batch batch) => new(batch, telemetry, this);

    /// <summary>Adds a batch to the statistics.</summary>
    public async Task AddAsync(Batch batch)
    {
        var record = batch.ToRecord();
        if (record.Counts.Count > 0 && Enqueue(record))
        {
            await FlushAsync();
        }

        var result = batch.Summarize();
        LogProcessed(batch.Id, result.Processed, result.Retried, result.Failed, record.Elapsed.TotalMilliseconds);
    }

    private bool Enqueue(BatchRecord record)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _oldestAt = timeProvider.GetTimestamp();
            }

            _waiting.Add(record);
            return _waiting.Count >= MaxWaiting || timeProvider.GetElapsedTime(_oldestAt) >= MaxAge;
        }
    }

    /// <summary>Writes the statistics that wait.</summary>
    public async Task FlushAsync()
    {
        List<BatchRecord> taken;
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                return;
            }

            (taken, _waiting) = (_waiting, []);
        }

        try
        {
            await batches.RecordAsync(taken, CancellationToken.None);
        }
        catch (StorageUnavailableException exception)
        {
            LogUnrecorded(exception, taken.Count);
        }
    }

    [LoggerMessage(3001, LogLevel.Debug, "Batch {BatchId}: {Processed} processed, {Retried} retried, {Failed} failed in {ElapsedMs} ms")]
    private partial void LogProcessed(string batchId, int processed, int retried, int failed, double elapsedMs);

    [LoggerMessage(3004, LogLevel.Warning, "{Count} batches are not in the statistics")]
    private partial void LogUnrecorded(Exception exception, int count);
}
