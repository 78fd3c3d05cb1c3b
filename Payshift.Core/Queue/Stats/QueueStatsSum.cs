namespace Payshift.Core.Queue.Stats;

/// <summary>The sum of all partitions' numbers.</summary>
internal static class QueueStatsSum
{
    /// <param name="unreachable">Partitions that did not answer.</param>
    public static QueueStats Of(IReadOnlyList<PartitionStats> partitions, int unreachable) => new()
    {
        ReadyHigh = partitions.Sum(partition => partition.ReadyHigh),
        ReadyNormal = partitions.Sum(partition => partition.ReadyNormal),
        ReadyLow = partitions.Sum(partition => partition.ReadyLow),
        InFlight = partitions.Sum(partition => partition.InFlight),
        Scheduled = partitions.Sum(partition => partition.Scheduled),
        Held = partitions.SelectMany(partition => partition.Held).GroupBy(held => held.Key, held => held.Value).ToDictionary(held => held.Key, held => held.Sum()),
        Known = partitions.Sum(partition => partition.Known),
        OldestWaiting = partitions.Max(partition => partition.OldestWaiting),
        Partitions = [.. partitions.Select(partition => partition.Size)],
        PartitionsAway = unreachable,
        Counters = new QueueCounters(
            partitions.Sum(partition => partition.Counters.Received),
            partitions.Sum(partition => partition.Counters.Duplicate),
            partitions.Sum(partition => partition.Counters.Processed),
            partitions.Sum(partition => partition.Counters.Retried),
            partitions.Sum(partition => partition.Counters.Failed),
            partitions.Sum(partition => partition.Counters.Reclaimed)),
    };
}
