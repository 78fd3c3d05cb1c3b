using StackExchange.Redis;

namespace Payshift.Core.Queue.Stats;

/// <summary>The numbers that <c>stats.lua</c> reports of one partition.</summary>
internal sealed record PartitionStats(
    int Number,
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

    public PartitionSize Size => new(Number, ReadyHigh, ReadyNormal, ReadyLow, InFlight, Scheduled, Held.Values.Sum());

    public static PartitionStats From(int number, RedisValue[] values)
    {
        var held = new Dictionary<string, long>();
        for (var at = Fields; at < values.Length; at += 2)
        {
            held[values[at]!] = (long)values[at + 1];
        }

        return new PartitionStats(
            number,
            Field(0), Field(1), Field(2), Field(3), Field(4), Field(5),
            (long)values[6] < 0 ? null : TimeSpan.FromMilliseconds((long)values[6]),
            new QueueCounters(Field(7), Field(8), Field(9), Field(10), Field(11), Field(12)),
            held);

        long Field(int field) => values[field].IsNull ? 0 : (long)values[field];
    }
}
