namespace Payshift.Core.Queue.Stats;

/// <summary>The contents of the queue now, and its counters since it exists.</summary>
public sealed record QueueStats
{
    /// <summary>Waiting webhooks of priority 0, 1 and 2.</summary>
    public required long ReadyHigh { get; init; }

    public required long ReadyNormal { get; init; }

    public required long ReadyLow { get; init; }

    /// <summary>Webhooks that a worker holds.</summary>
    public required long InFlight { get; init; }

    /// <summary>Webhooks that wait for their retry.</summary>
    public required long Scheduled { get; init; }

    /// <summary>Webhooks that wait until their paused provider is resumed, by provider.</summary>
    public required IReadOnlyDictionary<string, long> Held { get; init; }

    /// <summary>What each partition that answered holds, by number.</summary>
    public IReadOnlyList<PartitionSize> Partitions { get; init; } = [];

    /// <summary>Partitions that did not answer: what they hold is in none of the numbers.</summary>
    public required int PartitionsAway { get; init; }

    /// <summary>How long the oldest waiting webhook has waited, null where none waits.</summary>
    public required TimeSpan? OldestWaiting { get; init; }

    /// <summary>Events that are known as duplicates.</summary>
    public required long Known { get; init; }

    public required QueueCounters Counters { get; init; }
}
