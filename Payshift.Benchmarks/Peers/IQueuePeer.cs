namespace Payshift.Benchmarks.Peers;

/// <summary>A queue in Redis that takes events and works them off without doing anything with them.</summary>
internal interface IQueuePeer : IAsyncDisposable
{
    /// <returns>How long it took to keep so many events, one a call.</returns>
    Task<TimeSpan> EnqueueAsync(int count);

    /// <returns>How long it took to work off so many events, all that wait.</returns>
    Task<TimeSpan> ProcessAsync(int count);
}
