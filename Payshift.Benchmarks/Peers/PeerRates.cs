namespace Payshift.Benchmarks.Peers;

/// <summary>Enqueues and works off events, round by round, and sums up.</summary>
internal sealed class PeerRates(IQueuePeer peer, int count)
{
    private TimeSpan _enqueueing;
    private TimeSpan _processing;
    private int _events;

    /// <summary>Events a second.</summary>
    public double Enqueued => _events / _enqueueing.TotalSeconds;

    /// <inheritdoc cref="Enqueued"/>
    public double Processed => _events / _processing.TotalSeconds;

    /// <param name="counts">False to warm up.</param>
    public async Task MeasureAsync(bool counts)
    {
        var enqueueing = await peer.EnqueueAsync(count);
        var processing = await peer.ProcessAsync(count);
        if (counts)
        {
            _enqueueing += enqueueing;
            _processing += processing;
            _events += count;
        }
    }
}
