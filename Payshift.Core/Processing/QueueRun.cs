namespace Payshift.Core.Processing;

/// <summary>The state that the workers of one processing run share.</summary>
/// <param name="batchSize">Webhooks a batch; as it pays where null.</param>
/// <param name="isContinuous">Whether it waits for arrivals once the queue is empty.</param>
internal sealed class QueueRun(int? batchSize, int maxBatches, bool isContinuous, long startTimestamp)
{
    private readonly Lock _lock = new();
    private int _started;
    private int _batches;
    private int _processed;
    private int _retried;
    private int _failed;
    private bool _isOutageNoted;
    private bool _hasWaited;
    private QueueRunEnd? _end;

    public int? BatchSize => batchSize;

    public int MaxBatches => maxBatches;

    public bool IsContinuous => isContinuous;

    public long StartTimestamp => startTimestamp;

    public bool HasEnded
    {
        get
        {
            lock (_lock)
            {
                return _end is not null;
            }
        }
    }

    /// <returns>Whether another batch may be started within the limit.</returns>
    public bool TryStartBatch()
    {
        lock (_lock)
        {
            return _started++ < maxBatches;
        }
    }

    /// <summary>Takes back a start that led to no batch.</summary>
    public void CancelBatch()
    {
        lock (_lock)
        {
            _started--;
        }
    }

    public void NoteWait()
    {
        lock (_lock)
        {
            _hasWaited = true;
        }
    }

    /// <returns>Whether this was the first reason.</returns>
    public bool TryEnd(QueueRunEnd end)
    {
        lock (_lock)
        {
            if (_end is not null)
            {
                return false;
            }

            _end = end;
            return true;
        }
    }

    /// <returns>Whether this is news.</returns>
    public bool TryNoteOutage()
    {
        lock (_lock)
        {
            return !_isOutageNoted && (_isOutageNoted = true);
        }
    }

    /// <returns>Whether there was one.</returns>
    public bool TryEndOutage()
    {
        lock (_lock)
        {
            return _isOutageNoted && !(_isOutageNoted = false);
        }
    }

    public void Add(BatchResult batch)
    {
        lock (_lock)
        {
            _batches++;
            _processed += batch.Processed;
            _retried += batch.Retried;
            _failed += batch.Failed;
        }
    }

    public QueueRunSummary Summarize(TimeSpan elapsed)
    {
        lock (_lock)
        {
            return new QueueRunSummary(_batches, _processed, _retried, _failed, elapsed, _end ?? QueueRunEnd.Empty, _hasWaited);
        }
    }
}
