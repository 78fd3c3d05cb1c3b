namespace Payshift.Core.Queue;

/// <summary>The choice of the partitions that a batch is leased from.</summary>
internal sealed class BatchLeaser(
    IReadOnlyList<QueuePartition> partitions, PartitionHeads heads, IQueuePauses pauses, double lowerPriorityShare, TimeProvider timeProvider) : IDisposable
{
    /// <summary>What other processes enqueued, and what became due, is seen so late.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(500);

    /// <summary>Or so late where batches take their time: looking must not cost more than leasing.</summary>
    private static readonly TimeSpan MaxAgeOfFewBatches = TimeSpan.FromSeconds(2);

    private const long Never = -1;

    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly Lock _shareLock = new();
    private double _share;
    private long _refreshedAt = Never;
    private int _batchesSince;
    private volatile Exception? _lastOutage;

    /// <inheritdoc cref="IWebhookQueue.LeaseAsync"/>
    public async Task<IReadOnlyList<LeasedWebhook>> LeaseAsync(int count)
    {
        var state = await pauses.GetAsync();
        if (state.IsQueuePaused)
        {
            return [];
        }

        var isBusy = Interlocked.Increment(ref _batchesSince) >= partitions.Count;
        await RefreshAsync(state, isBusy ? MaxAge : MaxAgeOfFewBatches);
        var leased = await TakeAsync(count);
        if (leased.Count == 0)
        {
            // Empty is said only of what was looked at for it.
            await RefreshAsync(state, TimeSpan.Zero);
            leased = await TakeAsync(count);
        }

        return leased.Count > 0 || !heads.IsAnyUnreachable()
            ? leased
            : throw new QueueUnavailableException("Part of the queue did not answer, and nothing waits in the rest.", _lastOutage);
    }

    public void Dispose() => _refreshing.Dispose();

    private async Task<List<LeasedWebhook>> TakeAsync(int count)
    {
        var highest = new List<LeasedWebhook>(count);
        List<LeasedWebhook> lower = [];
        if (heads.OldestLower() is { } oldestLower && TakeShare(count) is var kept and > 0)
        {
            var strict = heads.Highest() == oldestLower ? count - kept : 0;
            var taken = await TakeAsync(oldestLower, strict, kept);
            var split = taken.Count - Math.Min(kept, taken.Count);
            highest.AddRange(taken.Take(split));
            lower.AddRange(taken.Skip(split));
        }

        while (highest.Count + lower.Count < count && heads.Highest() is { } partition)
        {
            highest.AddRange(await TakeAsync(partition, count - highest.Count - lower.Count, 0));
        }

        highest.AddRange(lower);
        return highest;
    }

    private async Task<IReadOnlyList<LeasedWebhook>> TakeAsync(int partition, int strict, int lower)
    {
        try
        {
            var (leased, head) = await partitions[partition].LeaseAsync(strict, lower, TimeSpan.Zero);
            heads.Update(partition, head);
            return leased;
        }
        catch (QueueUnavailableException exception)
        {
            MarkUnreachable(partition, exception);
            return [];
        }
    }

    /// <summary>Adds up shares that are less than one webhook, so that small batches keep theirs too.</summary>
    private int TakeShare(int count)
    {
        lock (_shareLock)
        {
            _share += count * lowerPriorityShare;
            var whole = Math.Min(count, (int)(_share + 1e-9));
            _share -= whole;
            return whole;
        }
    }

    /// <summary>Looks at every partition, unless that was done within <paramref name="maxAge"/> before this call.</summary>
    private async Task RefreshAsync(PauseState state, TimeSpan maxAge)
    {
        var asked = timeProvider.GetTimestamp();
        if (IsFresh(asked, maxAge))
        {
            return;
        }

        await _refreshing.WaitAsync();
        try
        {
            if (IsFresh(asked, maxAge))
            {
                return;
            }

            var began = timeProvider.GetTimestamp();
            string[] paused = [.. state.ProvidersSince.Keys];
            var answered = await Task.WhenAll(heads.Reachable().Select(partition => PromoteAndReclaimAsync(partition, paused)));
            if (!Array.Exists(answered, answer => answer))
            {
                throw new QueueUnavailableException("Redis did not answer.", _lastOutage);
            }

            Volatile.Write(ref _refreshedAt, began);
            Volatile.Write(ref _batchesSince, 0);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private async Task<bool> PromoteAndReclaimAsync(int partition, string[] paused)
    {
        try
        {
            var (_, head) = await partitions[partition].PromoteAndReclaimAsync(paused);
            heads.Update(partition, head);
            return true;
        }
        catch (QueueUnavailableException exception)
        {
            MarkUnreachable(partition, exception);
            return false;
        }
    }

    private void MarkUnreachable(int partition, QueueUnavailableException exception)
    {
        _lastOutage = exception;
        heads.MarkUnreachable(partition);
    }

    private bool IsFresh(long asked, TimeSpan maxAge) =>
        Volatile.Read(ref _refreshedAt) is var refreshed and not Never && timeProvider.GetElapsedTime(refreshed, asked) <= maxAge;
}
