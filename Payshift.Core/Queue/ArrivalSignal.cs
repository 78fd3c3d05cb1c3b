using Payshift.Core.Redis;

namespace Payshift.Core.Queue;

/// <summary>The signal that wakes a waiting worker, in whichever process, when something arrives in an empty partition.</summary>
internal sealed class ArrivalSignal(RedisConnection redis, PartitionHeads heads) : IDisposable
{
    /// <summary>Named in enqueue.lua too.</summary>
    private const string Channel = "payshift:arrivals";

    // At most one permit: many arrivals are one reason to look.
    private readonly SemaphoreSlim _arrived = new(0, 1);
    private int _isSubscribed;

    public void Note(int partition, WebhookPriority priority)
    {
        heads.NoteArrival(partition, priority);
        Pulse();
    }

    public void Pulse()
    {
        try
        {
            if (_arrived.CurrentCount == 0)
            {
                _arrived.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Another was faster.
        }
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await SubscribeAsync();
        await _arrived.WaitAsync(atMost, cancellationToken);
    }

    public void Dispose() => _arrived.Dispose();

    /// <summary>Once for good: the connection subscribes again by itself when it comes back.</summary>
    private async Task SubscribeAsync()
    {
        if (Interlocked.Exchange(ref _isSubscribed, 1) == 1)
        {
            return;
        }

        try
        {
            await redis.SubscribeAsync(Channel, Heard);
        }
        catch (QueueUnavailableException)
        {
            // Waiting has its time limit; the next one tries again.
            Volatile.Write(ref _isSubscribed, 0);
        }
    }

    private void Heard(string partition)
    {
        if (int.TryParse(partition, out var number) && heads.Has(number))
        {
            Note(number, WebhookPriority.Normal);
        }
    }
}
