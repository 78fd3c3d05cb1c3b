using System.Text;
using Microsoft.Extensions.Options;
using Payshift.Core.Monitoring;
using Payshift.Core.Queue.Envelopes;
using Payshift.Core.Webhooks;
using StackExchange.Redis;

namespace Payshift.Core.Queue;

/// <summary>The queue in Redis: sorted sets of ids, a hash of envelopes, and scripts that move between them atomically.</summary>
internal sealed class RedisWebhookQueue(RedisConnection redis, IOptions<RedisOptions> redisOptions, IOptions<QueueOptions> queueOptions)
    : IWebhookQueue
{
    /// <summary>Bounds how long one script holds Redis when much is due at once.</summary>
    private const int BringBackLimit = 500;

    private const int ScanPage = 200;
    private const int ValuesPerLeased = 5;

    private readonly PartitionKeys[] _partitions = [.. Enumerable.Range(0, redisOptions.Value.Partitions).Select(partition => new PartitionKeys(partition))];
    private readonly RedisValue _deduplicationWindow = (long)queueOptions.Value.DeduplicationWindow.TotalMilliseconds;
    private readonly RedisValue _leaseDuration = (long)queueOptions.Value.LeaseDuration.TotalMilliseconds;

    public async Task<EnqueueResult> EnqueueAsync(IReadOnlyList<Webhook> webhooks)
    {
        if (webhooks.Count == 1)
        {
            return await EnqueueAsync(PartitionOf(webhooks[0]), webhooks).ConfigureAwait(false);
        }

        var results = await Task.WhenAll(webhooks
            .GroupBy(PartitionOf)
            .Select(partition => EnqueueAsync(partition.Key, [.. partition]))).ConfigureAwait(false);
        return new EnqueueResult(results.Sum(result => result.Kept), results.Sum(result => result.Duplicates));
    }

    public Task<IReadOnlyList<LeasedWebhook>> AcquireAsync(int count) => AcquireAsync(count, TimeSpan.Zero);

    public Task<IReadOnlyList<LeasedWebhook>> AcquireStaleAsync(int count, TimeSpan age) => AcquireAsync(count, age);

    public async Task<IReadOnlyList<bool>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> acknowledgements)
    {
        var effects = new bool[acknowledgements.Count];
        await Task.WhenAll(acknowledgements
            .Select((acknowledgement, index) => (acknowledgement, index))
            .GroupBy(entry => entry.acknowledgement.Lease.Partition)
            .Select(async partition =>
            {
                var entries = partition.ToArray();
                var values = new RedisValue[5 * entries.Length];
                for (var i = 0; i < entries.Length; i++)
                {
                    var (lease, verdict, delay, error) = entries[i].acknowledgement;
                    values[5 * i] = lease.Id.ToByteArray();
                    values[5 * i + 1] = lease.Token;
                    values[5 * i + 2] = NameOf(verdict);
                    values[5 * i + 3] = (long)delay.TotalMilliseconds;
                    values[5 * i + 4] = error?.Format() ?? "";
                }

                var done = (RedisValue[])(await redis.EvaluateAsync(QueueScripts.Acknowledge, _partitions[partition.Key].Acknowledge, values).ConfigureAwait(false))!;
                for (var i = 0; i < entries.Length; i++)
                {
                    effects[entries[i].index] = done[i] == 1;
                }
            })).ConfigureAwait(false);
        return effects;
    }

    public async Task<RecoveryResult> RecoverAsync(CancellationToken cancellationToken)
    {
        int reclaimed = 0, recovered = 0, forgotten = 0;
        foreach (var partition in _partitions)
        {
            reclaimed += await ReclaimAsync(partition, cancellationToken).ConfigureAwait(false);
            recovered += await RecoverAsync(partition, cancellationToken).ConfigureAwait(false);
            forgotten += (int)await redis.EvaluateAsync(QueueScripts.Forget, partition.Forget, [_deduplicationWindow]).ConfigureAwait(false);
        }

        return new RecoveryResult(reclaimed, recovered, forgotten);
    }

    public async Task<QueueStats> GetStatsAsync()
    {
        var partitions = await Task.WhenAll(_partitions
            .Select(async partition => (RedisValue[])(await redis.EvaluateAsync(QueueScripts.Stats, partition.Stats, []).ConfigureAwait(false))!)).ConfigureAwait(false);
        var oldest = partitions.Max(values => (long)values[6]);
        return new QueueStats
        {
            ReadyHigh = Sum(0),
            ReadyNormal = Sum(1),
            ReadyLow = Sum(2),
            InFlight = Sum(3),
            Scheduled = Sum(4),
            Known = Sum(5),
            OldestWaiting = oldest < 0 ? null : TimeSpan.FromMilliseconds(oldest),
            Counters = new QueueCounters(Sum(7), Sum(8), Sum(9), Sum(10), Sum(11), Sum(12)),
        };

        long Sum(int field) => partitions.Sum(values => values[field].IsNull ? 0 : (long)values[field]);
    }

    private async Task<EnqueueResult> EnqueueAsync(int partition, IReadOnlyList<Webhook> webhooks)
    {
        var values = new RedisValue[1 + 3 * webhooks.Count];
        values[0] = _deduplicationWindow;
        for (var i = 0; i < webhooks.Count; i++)
        {
            values[3 * i + 1] = webhooks[i].Id.ToByteArray();
            values[3 * i + 2] = (int)webhooks[i].Priority;
            values[3 * i + 3] = EnvelopeCodec.Encode(webhooks[i]);
        }

        var result = await redis.EvaluateAsync(QueueScripts.Enqueue, _partitions[partition].Enqueue, values).ConfigureAwait(false);
        var kept = 0;
        for (var i = 0; i < webhooks.Count; i++)
        {
            kept += (int)result[i];
        }

        return new EnqueueResult(kept, webhooks.Count - kept);
    }

    private async Task<IReadOnlyList<LeasedWebhook>> AcquireAsync(int count, TimeSpan age)
    {
        var leased = new List<LeasedWebhook>();
        foreach (var partition in await OrderByHeadAsync().ConfigureAwait(false))
        {
            var wanted = count - leased.Count;
            if (wanted == 0)
            {
                break;
            }

            var taken = await EvaluateAcquireAsync(_partitions[partition], wanted, age, bringBack: 0).ConfigureAwait(false);
            var token = (long)taken[0];
            for (var at = 3; at < taken.Length; at += ValuesPerLeased)
            {
                leased.Add(ToLeased(partition, token, taken.AsSpan(at, ValuesPerLeased)));
            }
        }

        return leased;
    }

    /// <summary>Partitions in which something waits, the foremost webhook's first. Brings back on the way what is due.</summary>
    private async Task<IEnumerable<int>> OrderByHeadAsync()
    {
        var heads = await Task.WhenAll(_partitions.Select(BringBackAsync)).ConfigureAwait(false);
        return heads
            .Select((head, partition) => (head.Head, partition))
            .Where(entry => entry.Head is not null)
            .OrderBy(entry => entry.Head)
            .Select(entry => entry.partition);
    }

    private async Task<(int Reclaimed, double? Head)> BringBackAsync(PartitionKeys partition)
    {
        var values = await EvaluateAcquireAsync(partition, count: 0, TimeSpan.Zero, BringBackLimit).ConfigureAwait(false);
        return ((int)values[1], values[2].Length() == 0 ? null : (double)values[2]);
    }

    private async Task<RedisValue[]> EvaluateAcquireAsync(PartitionKeys partition, int count, TimeSpan age, int bringBack)
    {
        RedisValue[] arguments = [count, _leaseDuration, (long)age.TotalMilliseconds, bringBack];
        return (RedisValue[])(await redis.EvaluateAsync(QueueScripts.Acquire, partition.Acquire, arguments).ConfigureAwait(false))!;
    }

    private async Task<int> RecoverAsync(PartitionKeys partition, CancellationToken cancellationToken)
    {
        var recovered = 0;
        RedisValue cursor = "0";
        do
        {
            var page = (RedisValue[])(await redis.EvaluateAsync(QueueScripts.Recover, partition.Recover, [cursor, ScanPage]).ConfigureAwait(false))!;
            cursor = page[0];
            recovered += (int)page[1];
        }
        while (cursor != "0" && !cancellationToken.IsCancellationRequested);

        return recovered;
    }

    private async Task<int> ReclaimAsync(PartitionKeys partition, CancellationToken cancellationToken)
    {
        var total = 0;
        int reclaimed;
        do
        {
            (reclaimed, _) = await BringBackAsync(partition).ConfigureAwait(false);
            total += reclaimed;
        }
        while (reclaimed == BringBackLimit && !cancellationToken.IsCancellationRequested);

        return total;
    }

    private int PartitionOf(Webhook webhook) => PaymentReference.Slot(webhook.PaymentReference, _partitions.Length);

    private static LeasedWebhook ToLeased(int partition, long token, ReadOnlySpan<RedisValue> values)
    {
        var id = WebhookId.FromBytes((byte[])values[0]!);
        return new LeasedWebhook(
            new Lease(id, partition, token),
            Decode(id, values[1]),
            (int)values[2],
            (int)values[3],
            AttemptError.ParseLines(values[4]));
    }

    private static Webhook? Decode(WebhookId id, RedisValue envelope)
    {
        try
        {
            return envelope.IsNull ? null : EnvelopeCodec.Decode(id, ((ReadOnlyMemory<byte>)envelope).Span);
        }
        catch (Exception exception) when (exception is InvalidDataException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static RedisValue NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Processed => "processed",
        Verdict.Failed => "failed",
        Verdict.Retry => "retry",
        Verdict.Release => "release",
        Verdict.Postpone => "postpone",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
