using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis;

namespace Payshift.Core.Queue;

/// <summary>The queue in Redis: sorted sets of ids, a hash of envelopes, and scripts that move between them atomically.</summary>
internal sealed class RedisWebhookQueue : IWebhookQueue, IDisposable
{
    private readonly QueuePartition[] _partitions;
    private readonly IQueuePauses _pauses;
    private readonly PartitionHeads _heads;
    private readonly BatchLeaser _leaser;
    private readonly ArrivalSignal _arrivals;

    public RedisWebhookQueue(
        RedisConnection redis,
        IQueuePauses pauses,
        IOptions<RedisOptions> redisOptions,
        IOptions<QueueOptions> queueOptions,
        TimeProvider timeProvider,
        Random random)
    {
        var count = redisOptions.Value.Partitions;
        _pauses = pauses;
        _partitions = [.. Enumerable.Range(0, count).Select(number => new QueuePartition(redis, number, queueOptions.Value, timeProvider, random))];
        _heads = new PartitionHeads(count, timeProvider);
        _leaser = new BatchLeaser(_partitions, _heads, pauses, queueOptions.Value.LowerPriorityShare, timeProvider);
        _arrivals = new ArrivalSignal(redis, _heads);
    }

    public async Task<EnqueueResult> EnqueueAsync(IReadOnlyList<Webhook> webhooks)
    {
        if (webhooks.Count == 1)
        {
            return await EnqueueAsync(PartitionOf(webhooks[0]), webhooks);
        }

        var results = await Task.WhenAll(webhooks
            .GroupBy(PartitionOf)
            .Select(partition => EnqueueAsync(partition.Key, [.. partition])));
        return new EnqueueResult(results.Sum(result => result.Kept), results.Sum(result => result.Duplicates));
    }

    public async Task<RequeueResult> RequeueAsync(Webhook webhook, int number)
    {
        var partition = PartitionOf(webhook);
        var result = await _partitions[partition].RequeueAsync(webhook, number);
        if (result == RequeueResult.Requeued)
        {
            _arrivals.Note(partition, webhook.Priority);
        }

        return result;
    }

    public async Task<IReadOnlyList<LeasedWebhook>> LeaseAsync(int count)
    {
        var leased = await _leaser.LeaseAsync(count);
        if (leased.Count == count && _heads.Highest() is not null)
        {
            // More waits than one worker takes: the next one may look too.
            _arrivals.Pulse();
        }

        return leased;
    }

    public async Task<IReadOnlyList<LeasedWebhook>> LeaseStaleAsync(int count, TimeSpan age)
    {
        var stale = new List<LeasedWebhook>();
        foreach (var partition in _partitions.TakeWhile(_ => stale.Count < count))
        {
            stale.AddRange((await partition.LeaseAsync(count - stale.Count, lower: 0, age)).Leased);
        }

        return stale;
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        _arrivals.WaitAsync(_heads.NextDue() is { } due && due < atMost ? due : atMost, cancellationToken);

    public Task<IReadOnlyList<bool>> RenewAsync(IReadOnlyList<Lease> leases) =>
        ByPartitionAsync(leases, lease => lease.Partition, (partition, own) => partition.RenewAsync(own));

    public Task<bool> QuarantineAsync(Lease lease) => _partitions[lease.Partition].QuarantineAsync(lease);

    public Task<IReadOnlyList<bool>> SettleAsync(IReadOnlyList<Settlement> settlements) =>
        ByPartitionAsync(settlements, settlement => settlement.Lease.Partition, (partition, own) => partition.SettleAsync(own));

    public async Task<RecoveryResult> RecoverAsync(CancellationToken cancellationToken)
    {
        var paused = (await _pauses.GetAsync()).ProvidersSince.Keys.ToArray();
        int reclaimed = 0, recovered = 0, forgotten = 0;
        foreach (var partition in _partitions)
        {
            reclaimed += await ReclaimAsync(partition, paused, cancellationToken);
            recovered += await partition.RecoverAsync(cancellationToken);
            forgotten += await partition.ForgetAsync();
        }

        return new RecoveryResult(reclaimed, recovered, forgotten);
    }

    public async Task<QueueStats> GetStatsAsync()
    {
        QueueUnavailableException? outage = null;
        var answers = await Task.WhenAll(_partitions.Select(async partition =>
        {
            try
            {
                return await partition.GetStatsAsync();
            }
            catch (QueueUnavailableException exception)
            {
                outage = exception;
                return null;
            }
        }));
        PartitionStats[] answering = [.. answers.OfType<PartitionStats>()];
        return answering.Length > 0 || outage is null
            ? QueueStatsSum.Of(answering, unreachable: answers.Length - answering.Length)
            : throw new QueueUnavailableException("Redis did not answer.", outage);
    }

    public void Dispose()
    {
        _leaser.Dispose();
        _arrivals.Dispose();
    }

    private async Task<EnqueueResult> EnqueueAsync(int partition, IReadOnlyList<Webhook> webhooks)
    {
        var kept = await _partitions[partition].EnqueueAsync(webhooks);
        if (kept > 0)
        {
            _arrivals.Note(partition, webhooks.Min(webhook => webhook.Priority));
        }

        return new EnqueueResult(kept, webhooks.Count - kept);
    }

    /// <summary>Hands every partition its own entries, and its answers back to their places. One that fails stops no other.</summary>
    private async Task<IReadOnlyList<bool>> ByPartitionAsync<T>(
        IReadOnlyList<T> entries, Func<T, int> partitionOf, Func<QueuePartition, IReadOnlyList<T>, Task<bool[]>> call)
    {
        var effects = new bool[entries.Count];
        await Task.WhenAll(Enumerable.Range(0, entries.Count).GroupBy(index => partitionOf(entries[index])).Select(async partition =>
        {
            var indexes = partition.ToArray();
            var done = await call(_partitions[partition.Key], [.. indexes.Select(index => entries[index])]);
            for (var i = 0; i < indexes.Length; i++)
            {
                effects[indexes[i]] = done[i];
            }
        }));
        return effects;
    }

    private static async Task<int> ReclaimAsync(QueuePartition partition, string[] paused, CancellationToken cancellationToken)
    {
        var total = 0;
        int reclaimed;
        do
        {
            (reclaimed, _) = await partition.PromoteAndReclaimAsync(paused);
            total += reclaimed;
        }
        while (reclaimed == QueuePartition.PromotionLimit && !cancellationToken.IsCancellationRequested);

        return total;
    }

    private int PartitionOf(Webhook webhook) => PaymentReference.Slot(webhook.PaymentReference, _partitions.Length);
}
