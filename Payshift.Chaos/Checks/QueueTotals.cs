namespace Payshift.Chaos.Checks;

/// <summary>The queue's own counters, over all partitions.</summary>
internal sealed record QueueTotals(long Received, long Processed, long Retried, long Failed, long Reclaimed);
