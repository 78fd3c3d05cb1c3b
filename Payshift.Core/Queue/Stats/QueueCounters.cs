namespace Payshift.Core.Queue.Stats;

/// <summary>The counters of the queue since it exists.</summary>
/// <param name="Received">New events kept.</param>
/// <param name="Duplicate">Events that were known before.</param>
/// <param name="Processed">Webhooks handled and recorded.</param>
/// <param name="Retried">Failed attempts that were followed by another.</param>
/// <param name="Failed">Permanent failures.</param>
/// <param name="Reclaimed">Leases that ended without an settlement.</param>
public sealed record QueueCounters(long Received, long Duplicate, long Processed, long Retried, long Failed, long Reclaimed);
