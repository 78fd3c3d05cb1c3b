using Payshift.Core.Monitoring;
using StackExchange.Redis;

namespace Payshift.Core.Queue;

/// <summary>What <c>stats.lua</c> says of one partition.</summary>
internal sealed record PartitionStats(
    long ReadyHigh,
    long ReadyNormal,
    long ReadyLow,
    long InFlight,
    long Scheduled,
    long Known,
    TimeSpan? OldestWaiting,
    QueueCounters Counters,
    IReadOnlyDictionary<string, long> Held)
{
    private const int Fields = 13;

    public static PartitionStats From(RedisValue[] values)
    {
        var held = new Dictionary<string, long>();
        for (var at = Fields; at < values.Length; at += 2)
        {
            held[values[at]!] = (long)values[at + 1];
        }

        return new PartitionStats(
            Number(0), Number(1), Number(2), Number(3), Number(4), Number(5),
            (long)values[6] < 0 ? null : TimeSpan.FromMilliseconds((long)values[6]),
            new QueueCounters(Number(7), Number(8), Number(9), Number(10), Number(11), Number(12)),
            held);

        long Number(int field) => values[field].IsNull ? 0 : (long)values[field];
    }
}
