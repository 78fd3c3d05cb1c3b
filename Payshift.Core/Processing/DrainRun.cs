namespace Payshift.Core.Processing;

/// <summary>What the workers of one drain share.</summary>
internal sealed class DrainRun(int batchSize, int maxBatches, long startTimestamp)
{
    private readonly Lock _lock = new();
    private int _started;
    private int _batches;
    private int _processed;
    private int _retried;
    private int _failed;
    private DrainEnd? _end;

    public int BatchSize => batchSize;

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

    /// <returns>Whether this was the first reason.</returns>
    public bool TryEnd(DrainEnd end)
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

    public void Add(BatchSummary batch)
    {
        lock (_lock)
        {
            _batches++;
            _processed += batch.Processed;
            _retried += batch.Retried;
            _failed += batch.Failed;
        }
    }

    public DrainSummary Summarize(TimeSpan elapsed)
    {
        lock (_lock)
        {
            return new DrainSummary(_batches, _processed, _retried, _failed, elapsed, _end ?? DrainEnd.Empty);
        }
    }
}
