using Payshift.Core.Cleanup;
using Payshift.Core.Processing;
using Payshift.Core.Scaling;

namespace Payshift.Core.Operations.Timers;

/// <summary>The runs that timers start: processing, on other instances too where one is not enough, and cleanup.</summary>
public sealed class ScheduledRuns
{
    private readonly TimerRuns _timers;
    private readonly QueueProcessor _processor;
    private readonly ScaleOut _scaleOut;
    private readonly InstanceThroughput _throughput;
    private readonly QueueCleaner _cleaner;
    private readonly TimeProvider _timeProvider;

    internal ScheduledRuns(
        TimerRuns timers, QueueProcessor processor, ScaleOut scaleOut, InstanceThroughput throughput, QueueCleaner cleaner, TimeProvider timeProvider) =>
        (_timers, _processor, _scaleOut, _throughput, _cleaner, _timeProvider) = (timers, processor, scaleOut, throughput, cleaner, timeProvider);

    /// <summary>Works the queue off here, and has other instances do so too where it takes more than one.</summary>
    /// <param name="timer">The timer's name, under which its run is noted.</param>
    /// <param name="next">When it is due next, where the host tells.</param>
    /// <param name="cancellationToken">Ends the run after the batches at hand, and lets go of the calls to other instances.</param>
    /// <returns>What this instance did.</returns>
    public Task<QueueRunSummary> ProcessAsync(string timer, DateTime? next, CancellationToken cancellationToken) => _timers.RunAsync(timer, next, async () =>
    {
        var others = _scaleOut.RunAsync(cancellationToken);
        var summary = await _processor.RunAsync(cancellationToken);
        _throughput.Observe(summary);
        try
        {
            await others.WaitAsync(ScaleOutConstants.Patience, _timeProvider, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // They go on by themselves.
        }

        return summary;
    });

    /// <summary>Cleans the queue and the tables up.</summary>
    /// <param name="timer">The timer's name, under which its run is noted.</param>
    /// <param name="next">When it is due next, where the host tells.</param>
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    /// <exception cref="StorageUnavailableException">Stale webhooks could not be recorded; they stay in the queue.</exception>
    public Task<CleanupSummary> CleanAsync(string timer, DateTime? next, CancellationToken cancellationToken) =>
        _timers.RunAsync(timer, next, () => _cleaner.CleanAsync(cancellationToken));
}
