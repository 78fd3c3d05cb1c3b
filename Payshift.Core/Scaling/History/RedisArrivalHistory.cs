using System.Buffers.Binary;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis;
using StackExchange.Redis;

namespace Payshift.Core.Scaling.History;

/// <summary>The history in one key of Redis, 56 bytes a minute.</summary>
internal sealed class RedisArrivalHistory(RedisConnection redis) : IArrivalHistory
{
    private static readonly RedisKey[] Keys = [HistoryConstants.Key];

    public async Task<bool> RecordAsync(QueueCounters totals) => (bool)await redis.EvaluateAsync(
        HistoryScripts.Record,
        Keys,
        [
            HistoryConstants.WindowMinutes,
            totals.Received, totals.Duplicate, totals.Processed, totals.Retried, totals.Failed, totals.Reclaimed,
        ]);

    public async Task<IReadOnlyList<TotalsSample>> ReadAsync(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, HistoryConstants.WindowMinutes);

        var answer = await redis.EvaluateAsync(HistoryScripts.Read, Keys, [HistoryConstants.WindowMinutes, minutes]);
        var now = DateTimeOffset.FromUnixTimeMilliseconds((long)answer[0]);
        var records = (byte[])answer[1]!;
        return
        [
            .. records.Chunk(HistoryConstants.RecordBytes)
                .Select(Parse)
                .Where(sample => sample.At > now.AddMinutes(-minutes) && sample.At <= now)
                .OrderBy(sample => sample.At),
        ];
    }

    private static TotalsSample Parse(byte[] record)
    {
        return new TotalsSample(
            DateTimeOffset.FromUnixTimeMilliseconds(Field(0)),
            new QueueCounters(Field(1), Field(2), Field(3), Field(4), Field(5), Field(6)));

        long Field(int index) => (long)BinaryPrimitives.ReadDoubleLittleEndian(record.AsSpan(index * sizeof(double)));
    }
}
