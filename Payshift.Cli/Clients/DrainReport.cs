using Payshift.Core.Processing;

namespace Payshift.Cli.Clients;

/// <summary>What was processed, and why it ended.</summary>
internal sealed record DrainReport(int Batches, int Processed, int Retried, int Failed, double ElapsedSeconds, QueueRunEnd End)
{
    public static DrainReport Of(QueueRunSummary summary) =>
        new(summary.Batches, summary.Processed, summary.Retried, summary.Failed, summary.Elapsed.TotalSeconds, summary.End);
}
