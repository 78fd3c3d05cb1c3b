using System.Buffers.Binary;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis;
using StackExchange.Redis;

namespace Payshift.Core.Scaling.History;

/// <summary>
/// The queue's totals at one moment of every minute of the last days, for forecasts and for rates: one key of Redis, 56 bytes a
/// minute.
/// </summary>
/// <remarks>Every method throws <see cref="QueueUnavailableException"/> when Redis does not answer.</remarks>
internal sealed class RedisArrivalHistory(RedisConnection redis)
{
    private static readonly RedisKey[] Keys = [HistoryConstants.Key];

    /// <summary>Notes the totals for this minute. Safe to repeat, and from several instances at once: the first of a minute is kept.</summary>
    /// <returns>Whether this was the first of its minute.</returns>
    public async Task<bool> RecordAsync(QueueCounters totals) => (bool)await redis.EvaluateAsync(
        HistoryScripts.Record,
        Keys,
        [
            HistoryConstants.WindowMinutes,
            totals.Received, totals.Duplicate, totals.Processed, totals.Retried, totals.Failed, totals.Reclaimed,
        ]);

    /// <param name="minutes">How far back, at most <see cref="HistoryConstants.WindowMinutes"/>.</param>
    /// <returns>The totals, oldest first; minutes in which nobody noted any are missing.</returns>
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
