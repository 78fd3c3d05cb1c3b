using Payshift.Core.Processing;

namespace Payshift.Core.Scaling;

/// <summary>The number of webhooks a minute that one instance works off, learned from the runs of this process.</summary>
internal sealed class InstanceThroughput(IOptions<ScaleOutOptions> options)
{
    /// <summary>What a shorter run took says more of its start and end than of its pace.</summary>
    private static readonly TimeSpan ShortestRun = TimeSpan.FromSeconds(5);

    /// <summary>The share of the latest run: some five runs back, little is left.</summary>
    private const double Latest = 0.3;

    private readonly Lock _lock = new();
    private double? _measured;

    /// <summary>Never less than what is configured: a store that was slow for a while would engage everyone.</summary>
    public double PerMinute
    {
        get
        {
            lock (_lock)
            {
                return Math.Max(options.Value.InstanceThroughput, _measured ?? 0);
            }
        }
    }

    public void Observe(QueueRunSummary summary)
    {
        if (summary.HasWaited || summary.Elapsed < ShortestRun || summary.End is QueueRunEnd.Unavailable or QueueRunEnd.Canceled)
        {
            return;
        }

        var pace = (summary.Processed + summary.Retried + summary.Failed) / summary.Elapsed.TotalMinutes;
        lock (_lock)
        {
            _measured = _measured is { } measured ? measured + Latest * (pace - measured) : pace;
        }
    }
}
