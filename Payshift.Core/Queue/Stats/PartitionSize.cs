namespace Payshift.Core.Queue.Stats;

/// <summary>The numbers of webhooks in one partition of the queue.</summary>
public sealed record PartitionSize(int Partition, long ReadyHigh, long ReadyNormal, long ReadyLow, long InFlight, long Scheduled, long Held);
