using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Processing;

/// <summary>A run that processes one batch after the other until nothing waits or, if continuous, until it is interrupted.</summary>
/// <param name="interval">How long a continuous run waits before it looks again; null for one that ends.</param>
internal sealed class ProcessingRun(IPayshiftClient target, IProcessingView view, TimeProvider time, int batchSize, TimeSpan? interval)
{
    private readonly List<ProcessedBatch> _batches = [];

    /// <summary>Whether a batch is being worked off right now.</summary>
    public bool HasBatchAtHand { get; private set; }

    /// <exception cref="CommandException">The target cannot be worked with; a continuous run only finds that at its start.</exception>
    public async Task<ProcessingSummary> RunAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        // A wrong address or key is told at once, in continuous runs too.
        await target.GetStatsAsync(cancellationToken);
        while (true)
        {
            var end = await StepAsync(cancellationToken);
            if (cancellationToken.IsCancellationRequested)
            {
                end = ProcessingEnd.Interrupted;
            }

            if (end is { } reason)
            {
                var summary = ProcessingSummary.Of(_batches, time.GetElapsedTime(started), reason);
                view.ShowSummary(summary);
                return summary;
            }
        }
    }

    /// <returns>Null to go on.</returns>
    private async Task<ProcessingEnd?> StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await ProcessAsync())
            {
                return null;
            }

            var stats = await target.GetStatsAsync(CancellationToken.None);
            if (interval is null)
            {
                return stats.Paused.QueueSince is null ? ProcessingEnd.Empty : ProcessingEnd.Paused;
            }

            view.ShowWaiting(stats);
        }
        catch (CommandException exception) when (interval is not null && exception.ExitCode == ExitCodes.HostUnreachable)
        {
            view.ShowOutage(exception.Message);
        }

        await Task.Delay(interval.GetValueOrDefault(), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return null;
    }

    /// <returns>Whether there was a batch.</returns>
    private async Task<bool> ProcessAsync()
    {
        HasBatchAtHand = true;
        try
        {
            var done = await target.ProcessBatchAsync(batchSize);
            if (done.Batches == 0)
            {
                return false;
            }

            var stats = await target.GetStatsAsync(CancellationToken.None);
            var batch = new ProcessedBatch(_batches.Count + 1, done.Processed, done.Retried, done.Failed, done.ElapsedSeconds, stats.Ready);
            _batches.Add(batch);
            view.ShowBatch(batch);
            return true;
        }
        finally
        {
            HasBatchAtHand = false;
        }
    }
}
