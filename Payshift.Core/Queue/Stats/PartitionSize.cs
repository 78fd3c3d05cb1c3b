namespace Payshift.Core.Queue.Stats;

/// <summary>What one partition of the queue holds.</summary>
public sealed record PartitionSize(int Partition, long ReadyHigh, long ReadyNormal, long ReadyLow, long InFlight, long Scheduled, long Held);
