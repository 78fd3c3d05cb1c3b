using Payshift.Core.Circuits;
using Payshift.Core.Queue;

namespace Payshift.Core.Monitoring;

/// <summary>What an operator asks first: how much there is, what is paused, who does not answer.</summary>
public sealed class StatsReader(IWebhookQueue queue, IQueuePauses pauses, ICircuitRegistry circuits)
{
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public async Task<PayshiftStats> ReadAsync(CancellationToken cancellationToken)
    {
        var stats = queue.GetStatsAsync();
        var paused = pauses.GetAsync().AsTask();
        var open = circuits.GetOpenAsync();
        await Task.WhenAll(stats, paused, open).WaitAsync(cancellationToken).ConfigureAwait(false);
        return new PayshiftStats(await stats.ConfigureAwait(false), await paused.ConfigureAwait(false), await open.ConfigureAwait(false));
    }
}
