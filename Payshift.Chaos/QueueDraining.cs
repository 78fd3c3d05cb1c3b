using Payshift.Chaos.Checks;
using Payshift.Chaos.Servers;

namespace Payshift.Chaos;

/// <summary>Waits until the workers have emptied the queue, and the inbox before it.</summary>
internal sealed class QueueDraining(RedisServer redis, TableServer tables)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns also when the queue does not change any more: the checks tell what is left.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await using var connection = await redis.ConnectAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stalled = Stall.WaitAsync(LengthAsync, stop.Token);
        while (!stalled.IsCompleted && await LengthAsync() > 0)
        {
            await Task.Delay(Pause, cancellationToken);
        }

        await stop.CancelAsync();
        await stalled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What is on its way from the inbox is in both, never in neither.
        async Task<long> LengthAsync() =>
            await EvidenceReader.CountInboxAsync(tables, cancellationToken) + await EvidenceReader.ReadQueueLengthAsync(connection);
    }
}
