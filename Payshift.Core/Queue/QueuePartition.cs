using Payshift.Core.Queue.Envelopes;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis;
using StackExchange.Redis;

namespace Payshift.Core.Queue;

/// <summary>One partition: its scripts in the terms of the queue.</summary>
internal sealed class QueuePartition(RedisConnection redis, int number, QueueOptions options, TimeProvider timeProvider, Random random)
{
    /// <summary>Bounds how long one script holds Redis when much is due at once.</summary>
    public const int PromotionLimit = 500;

    private const int ScanPage = 200;
    private const int ValuesPerLeased = 7;
    private const int ValuesBeforeLeased = 3;

    private readonly PartitionKeys _keys = new(number);
    private readonly RedisValue _deduplicationWindow = (long)options.DeduplicationWindow.TotalMilliseconds;
    private readonly RedisValue _leaseDuration = (long)options.LeaseDuration.TotalMilliseconds;
    private readonly UnansweredCalls _unanswered = new(options.LeaseDuration, timeProvider);

    /// <returns>How many were new.</returns>
    public async Task<int> EnqueueAsync(IReadOnlyList<Webhook> webhooks)
    {
        var values = new RedisValue[2 + 3 * webhooks.Count];
        values[0] = _deduplicationWindow;
        values[1] = number;
        for (var i = 0; i < webhooks.Count; i++)
        {
            values[3 * i + 2] = webhooks[i].Id.ToByteArray();
            values[3 * i + 3] = (int)webhooks[i].Priority;
            values[3 * i + 4] = EnvelopeCodec.Encode(webhooks[i]);
        }

        var result = await redis.EvaluateAsync(QueueScripts.Enqueue, _keys.Enqueue, values);
        var kept = 0;
        for (var i = 0; i < webhooks.Count; i++)
        {
            kept += (int)result[i];
        }

        return kept;
    }

    /// <param name="requeue">1 for the first time it is retried by hand.</param>
    public async Task<RequeueResult> RequeueAsync(Webhook webhook, int requeue)
    {
        var result = (int)await redis.EvaluateAsync(
            QueueScripts.Requeue,
            _keys.Requeue(webhook.Id),
            [_deduplicationWindow, number, webhook.Id.ToByteArray(), (int)webhook.Priority, EnvelopeCodec.Encode(webhook), requeue]);
        return result switch
        {
            1 => RequeueResult.Requeued,
            0 => RequeueResult.Repeated,
            -1 => RequeueResult.Settled,
            _ => RequeueResult.Occupied,
        };
    }

    /// <summary>Lets wait again what is due, and repeats what Redis did not answer before.</summary>
    public async Task<(int Reclaimed, PartitionHead Head)> PromoteAndReclaimAsync(IReadOnlyCollection<string> pausedProviders)
    {
        if (_unanswered.TakeSettlements() is { Count: > 0 } repeated)
        {
            await SettleAsync(repeated);
        }

        var lost = _unanswered.LostCalls();
        RedisValue[] arguments =
        [
            PromotionLimit,
            lost.Count,
            .. lost.Select(call => (RedisValue)call),
            .. pausedProviders.Select(provider => (RedisValue)provider),
        ];
        var values = await EvaluateAsync(QueueScripts.PromoteAndReclaim, _keys.PromoteAndReclaim, arguments);
        return ((int)values[0], new PartitionHead(Number(values[1]), Number(values[2]), Number(values[3]) is { } due ? TimeSpan.FromMilliseconds(due) : null));
    }

    /// <param name="strict">How many in strict order of priority.</param>
    /// <param name="lower">How many of normal and low priority, who waited longest first.</param>
    /// <param name="age">Only what has waited so long; zero for all.</param>
    public async Task<(IReadOnlyList<LeasedWebhook> Leased, PartitionHead Head)> LeaseAsync(int strict, int lower, TimeSpan age)
    {
        var call = random.NextInt64(1, 1L << 52);
        RedisValue[] values;
        try
        {
            values = await EvaluateAsync(
                QueueScripts.Lease, _keys.Lease, [strict, lower, _leaseDuration, (long)age.TotalMilliseconds, call]);
        }
        catch (QueueUnavailableException)
        {
            _unanswered.AddLostCall(call);
            throw;
        }

        var token = (long)values[0];
        var leased = new List<LeasedWebhook>((values.Length - ValuesBeforeLeased) / ValuesPerLeased);
        for (var at = ValuesBeforeLeased; at < values.Length; at += ValuesPerLeased)
        {
            leased.Add(ToLeased(token, values.AsSpan(at, ValuesPerLeased)));
        }

        return (leased, new PartitionHead(Number(values[1]), Number(values[2]), null));
    }

    public async Task<bool[]> RenewAsync(IReadOnlyList<Lease> leases)
    {
        RedisValue[] arguments = [_leaseDuration, .. leases.SelectMany(lease => new RedisValue[] { lease.Id.ToByteArray(), lease.Token })];
        var renewed = await EvaluateAsync(QueueScripts.Renew, _keys.Renew, arguments);
        return Array.ConvertAll(renewed, value => value == 1);
    }

    public async Task<bool> QuarantineAsync(Lease lease) =>
        (int)await redis.EvaluateAsync(QueueScripts.Quarantine, _keys.Quarantine, [lease.Id.ToByteArray(), lease.Token]) == 1;

    public async Task<bool[]> SettleAsync(IReadOnlyList<Settlement> settlements)
    {
        var values = new RedisValue[5 * settlements.Count];
        for (var i = 0; i < settlements.Count; i++)
        {
            var (lease, kind, delay, error, provider) = settlements[i];
            values[5 * i] = lease.Id.ToByteArray();
            values[5 * i + 1] = lease.Token;
            values[5 * i + 2] = NameOf(kind);
            values[5 * i + 3] = (long)delay.TotalMilliseconds;
            values[5 * i + 4] = error?.Format() ?? provider ?? "";
        }

        try
        {
            var done = await EvaluateAsync(QueueScripts.Settle, _keys.Settle, values);
            return Array.ConvertAll(done, value => value == 1);
        }
        catch (QueueUnavailableException)
        {
            _unanswered.AddSettlements(settlements);
            throw;
        }
    }

    /// <returns>How many webhooks no part of the queue held.</returns>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        var recovered = 0;
        RedisValue cursor = "0";
        do
        {
            var page = await EvaluateAsync(QueueScripts.Recover, _keys.Recover, [cursor, ScanPage]);
            cursor = page[0];
            recovered += (int)page[1];
        }
        while (cursor != "0" && !cancellationToken.IsCancellationRequested);

        return recovered;
    }

    /// <returns>How many ids passed out of the deduplication window.</returns>
    public async Task<int> ForgetAsync() =>
        (int)await redis.EvaluateAsync(QueueScripts.Forget, _keys.Forget, [_deduplicationWindow]);

    public async Task<PartitionStats> GetStatsAsync() =>
        PartitionStats.From(number, await EvaluateAsync(QueueScripts.Stats, _keys.Stats, []));

    private async Task<RedisValue[]> EvaluateAsync(RedisScript script, RedisKey[] keys, RedisValue[] arguments) =>
        (RedisValue[])(await redis.EvaluateAsync(script, keys, arguments))!;

    private LeasedWebhook ToLeased(long token, ReadOnlySpan<RedisValue> values)
    {
        var id = WebhookId.FromBytes((byte[])values[0]!);
        var webhook = Decode(id, values[1]);
        return new LeasedWebhook(
            new Lease(id, number, token),
            webhook,
            (int)values[2],
            (int)values[3],
            TimeSpan.FromMilliseconds((long)values[4]),
            AttemptError.ParseLines(values[5]),
            (int)values[6])
        {
            Unread = webhook is null ? values[1] : default,
        };
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

    private static double? Number(RedisValue value) => value.Length() == 0 ? null : (double)value;

    private static RedisValue NameOf(SettlementKind kind) => kind switch
    {
        SettlementKind.Complete => "complete",
        SettlementKind.DeadLetter => "dead-letter",
        SettlementKind.Retry => "retry",
        SettlementKind.Abandon => "abandon",
        SettlementKind.Defer => "defer",
        SettlementKind.Hold => "hold",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
