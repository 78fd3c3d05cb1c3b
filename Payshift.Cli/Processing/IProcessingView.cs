using Payshift.Cli.Clients;
using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Processing;

/// <summary>The display of processing as it goes on.</summary>
internal interface IProcessingView
{
    void ShowBatch(ProcessedBatch batch);

    /// <summary>Nothing waits; it looks again after a while.</summary>
    void ShowWaiting(StatsResponse stats);

    /// <summary>The target does not answer; it tries again after a while.</summary>
    void ShowOutage(string reason);

    void ShowSummary(ProcessingSummary summary);
}
