namespace Payshift.Core.Processing;

/// <summary>The counts of one processing run.</summary>
/// <param name="Batches">Batches that held at least one webhook.</param>
/// <param name="Processed">Webhooks handled and recorded.</param>
/// <param name="Retried">Webhooks that failed and will be tried again.</param>
/// <param name="Failed">Webhooks that failed for good and are kept as failures.</param>
/// <param name="Elapsed">Duration of the run.</param>
/// <param name="End">Why it ended.</param>
/// <param name="HasWaited">Whether it waited for arrivals: its pace then does not say what it could do.</param>
public sealed record QueueRunSummary(int Batches, int Processed, int Retried, int Failed, TimeSpan Elapsed, QueueRunEnd End, bool HasWaited = false);
