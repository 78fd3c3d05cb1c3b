using Payshift.Chaos.Checks;
using Payshift.Chaos.Servers;

namespace Payshift.Chaos;

/// <summary>Waits until the workers have emptied the queue.</summary>
internal sealed class QueueDraining(RedisServer redis)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns also when the queue does not change any more: the checks tell what is left.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await using var connection = await redis.ConnectAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stalled = Stall.WaitAsync(() => EvidenceReader.ReadQueueLengthAsync(connection), stop.Token);
        while (!stalled.IsCompleted && await EvidenceReader.ReadQueueLengthAsync(connection) > 0)
        {
            await Task.Delay(Pause, cancellationToken);
        }

        await stop.CancelAsync();
        await stalled.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
