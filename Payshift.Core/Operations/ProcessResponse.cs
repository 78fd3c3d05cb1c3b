using Payshift.Core.Processing;

namespace Payshift.Core.Operations;

/// <summary>The counts of one processing run, and why it ended.</summary>
public sealed record ProcessResponse(int Batches, int Processed, int Retried, int Failed, double ElapsedSeconds, QueueRunEnd End)
{
    public static ProcessResponse Of(QueueRunSummary summary) => new(
        summary.Batches, summary.Processed, summary.Retried, summary.Failed, summary.Elapsed.TotalSeconds, summary.End);
}
