using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Processing;

/// <summary>
/// Writes what batches did, several in a request: a second of statistics is worth less than a request a batch. Their loss
/// is logged and stops nothing.
/// </summary>
internal sealed partial class BatchRecorder(IBatchTable batches, TimeProvider timeProvider, ILogger<BatchRecorder> logger)
{
    private const int MaxWaiting = 20;

    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private List<BatchRecord> _waiting = [];
    private long _oldestAt;

    public Task AddAsync(BatchRecord record)
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _oldestAt = timeProvider.GetTimestamp();
            }

            _waiting.Add(record);
            if (_waiting.Count < MaxWaiting && timeProvider.GetElapsedTime(_oldestAt) < MaxAge)
            {
                return Task.CompletedTask;
            }
        }

        return FlushAsync();
    }

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

    [LoggerMessage(3004, LogLevel.Warning, "{Count} batches are not in the statistics")]
    private partial void LogUnrecorded(Exception exception, int count);
}
