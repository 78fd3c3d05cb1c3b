namespace Payshift.Core.Queue;

/// <summary>The fronts of all partitions as this process last saw them, so that a batch does not have to ask each.</summary>
internal sealed class PartitionHeads(int partitions, TimeProvider timeProvider)
{
    /// <summary>A partition that did not answer is left out for so long, or each batch would wait for it.</summary>
    private static readonly TimeSpan UnreachableTime = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly PartitionHead[] _heads = new PartitionHead[partitions];
    private readonly long?[] _unreachableSince = new long?[partitions];

    public bool Has(int partition) => partition >= 0 && partition < partitions;

    public void Update(int partition, PartitionHead head)
    {
        lock (_lock)
        {
            // Leasing does not look at what is scheduled.
            _heads[partition] = head with { NextDue = head.NextDue ?? _heads[partition].NextDue };
            _unreachableSince[partition] = null;
        }
    }

    public void NoteArrival(int partition, WebhookPriority priority)
    {
        lock (_lock)
        {
            _heads[partition] = _heads[partition].WithArrival(priority, timeProvider.GetUtcNow());
        }
    }

    public void MarkUnreachable(int partition)
    {
        lock (_lock)
        {
            _heads[partition] = default;
            _unreachableSince[partition] = timeProvider.GetTimestamp();
        }
    }

    /// <returns>The partitions to ask: all but those that did not answer a moment ago; all where none did.</returns>
    public IReadOnlyList<int> Reachable()
    {
        lock (_lock)
        {
            var answering = Enumerable.Range(0, partitions).Where(partition => !IsUnreachable(partition)).ToArray();
            return answering.Length > 0 ? answering : [.. Enumerable.Range(0, partitions)];
        }
    }

    /// <returns>Whether any partition did not answer when it was last asked.</returns>
    public bool IsAnyUnreachable()
    {
        lock (_lock)
        {
            return Array.Exists(_unreachableSince, since => since is not null);
        }
    }

    /// <returns>The partition whose first waiting webhook is the highest of all, null where none waits.</returns>
    public int? Highest()
    {
        lock (_lock)
        {
            return WithLeast(head => head.Highest);
        }
    }

    /// <returns>
    /// The partition whose waiting webhook of normal or low priority is the oldest of all; null where none waits, or
    /// nothing of higher priority goes before it.
    /// </returns>
    public int? OldestLower()
    {
        lock (_lock)
        {
            return WithLeast(head => head.Highest) is { } highest && PartitionHead.Competes(_heads[highest].Highest!.Value)
                ? WithLeast(head => head.OldestLower)
                : null;
        }
    }

    /// <returns>How long until the next retry is due, null where none is scheduled.</returns>
    public TimeSpan? NextDue()
    {
        lock (_lock)
        {
            return _heads.Min(head => head.NextDue);
        }
    }

    private int? WithLeast(Func<PartitionHead, double?> score)
    {
        int? least = null;
        for (var partition = 0; partition < partitions; partition++)
        {
            if (score(_heads[partition]) is { } own && (least is null || own < score(_heads[least.Value])))
            {
                least = partition;
            }
        }

        return least;
    }

    private bool IsUnreachable(int partition) => _unreachableSince[partition] is { } since && timeProvider.GetElapsedTime(since) < UnreachableTime;
}
