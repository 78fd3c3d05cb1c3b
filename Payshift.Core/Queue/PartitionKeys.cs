using StackExchange.Redis;

namespace Payshift.Core.Queue;

/// <summary>The names of the Redis keys of one partition. The hash tag keeps them on one shard of a cluster.</summary>
/// <remarks>
/// <list type="table">
/// <item><term>ready</term><description>sorted set: id, by priority and arrival</description></item>
/// <item><term>inflight</term><description>sorted set: id, by lease expiry in ms</description></item>
/// <item><term>scheduled</term><description>sorted set: id, by the time its retry is due in ms</description></item>
/// <item><term>held</term><description>sorted set, all scores 0: paused provider, colon, id</description></item>
/// <item><term>envelopes</term><description>hash: id to envelope, as long as the webhook is in the queue</description></item>
/// <item><term>progress</term><description>hash: id to packed score, token, attempts, crashes, last delay, holder and accused lease, once it was leased</description></item>
/// <item><term>errors</term><description>hash: id to the errors of its attempts, a line each</description></item>
/// <item><term>readmitted</term><description>hash: id to how often it was retried by hand, for those that were and are in the queue</description></item>
/// <item><term>readmission:{id}</term><description>how often a webhook was retried by hand; expires</description></item>
/// <item><term>seen</term><description>sorted set: names of the sets <c>seen:{ms}</c> that hold known ids; cleanup forgets them, else they expire</description></item>
/// <item><term>counters</term><description>hash of six counters, kept for good</description></item>
/// <item><term>token</term><description>the last fencing token, kept for good</description></item>
/// </list>
/// </remarks>
internal sealed class PartitionKeys
{
    private readonly int _partition;

    public PartitionKeys(int partition)
    {
        _partition = partition;
        RedisKey ready = Key("ready"), inflight = Key("inflight"), scheduled = Key("scheduled"), held = Key("held"),
            envelopes = Key("envelopes"), progress = Key("progress"), errors = Key("errors"), seen = Key("seen"),
            counters = Key("counters"), token = Key("token"), readmitted = Key("readmitted");

        Enqueue = [ready, envelopes, seen, counters];
        PromoteAndReclaim = [ready, inflight, scheduled, held, progress, counters];
        Lease = [ready, inflight, envelopes, progress, errors, token, readmitted];
        Renew = [inflight, progress];
        Quarantine = [progress];
        Settle = [ready, inflight, scheduled, held, envelopes, progress, errors, counters, readmitted];
        Recover = [ready, inflight, scheduled, held, envelopes, progress];
        Forget = [seen];
        Stats = [ready, inflight, scheduled, held, seen, counters];
        Requeue = id => [ready, envelopes, readmitted, Key($"readmission:{id}")];
    }

    public RedisKey[] Enqueue { get; }
    public RedisKey[] PromoteAndReclaim { get; }
    public RedisKey[] Lease { get; }
    public RedisKey[] Renew { get; }
    public RedisKey[] Quarantine { get; }
    public RedisKey[] Settle { get; }
    public RedisKey[] Recover { get; }
    public RedisKey[] Forget { get; }
    public RedisKey[] Stats { get; }
    public Func<WebhookId, RedisKey[]> Requeue { get; }

    private RedisKey Key(string name) => $"payshift:{{{_partition}}}:{name}";
}
