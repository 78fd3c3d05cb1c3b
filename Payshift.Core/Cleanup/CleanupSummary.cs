using Payshift.Core.Cleanup.Retention;

namespace Payshift.Core.Cleanup;

/// <summary>The counts of one cleanup.</summary>
/// <param name="Reclaimed">Webhooks whose lease had ended, back in the queue.</param>
/// <param name="Recovered">Webhooks that no part of the queue held, back in the queue.</param>
/// <param name="Stale">Webhooks that waited too long and are kept as failures.</param>
/// <param name="Forgotten">Deduplication entries past their window.</param>
/// <param name="RolledHours">Hours whose batches were rolled up.</param>
/// <param name="Expired">Rows that were kept for long enough and are removed.</param>
/// <param name="Elapsed">Duration of the cleanup.</param>
public sealed record CleanupSummary(int Reclaimed, int Recovered, int Stale, int Forgotten, int RolledHours, ExpiredRows Expired, TimeSpan Elapsed);
