using Payshift.Core.Processing;

namespace Payshift.Core.Scaling;

/// <summary>One run of the processing timer: drains here, and has other instances drain too where it takes more than one.</summary>
public sealed class ScheduledProcessing
{
    private readonly QueueProcessor _drain;
    private readonly ScaleOut _scaleOut;
    private readonly InstanceThroughput _throughput;
    private readonly TimeProvider _timeProvider;

    internal ScheduledProcessing(QueueProcessor drain, ScaleOut scaleOut, InstanceThroughput throughput, TimeProvider timeProvider)
    {
        _drain = drain;
        _scaleOut = scaleOut;
        _throughput = throughput;
        _timeProvider = timeProvider;
    }

    /// <param name="cancellationToken">Ends the drain after the batches at hand, and lets go of the calls to other instances.</param>
    /// <returns>What this instance did.</returns>
    public async Task<QueueRunSummary> RunAsync(CancellationToken cancellationToken)
    {
        var others = _scaleOut.RunAsync(cancellationToken);
        var summary = await _drain.RunAsync(cancellationToken);
        _throughput.Observe(summary);
        try
        {
            await others.WaitAsync(ScaleOutConstants.Patience, _timeProvider, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // They drain on by themselves.
        }

        return summary;
    }
}
