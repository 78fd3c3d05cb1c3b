using System.Buffers.Binary;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Scaling.History;

namespace Payshift.Tests.Scaling;

/// <summary>Writes minutes of the past into Redis as the script would have written them.</summary>
internal sealed class HistoryFiller(ServicesFixture services)
{
    public async Task FillAsync(int minutes, long perMinute)
    {
        var now = await services.Redis.GetServers()[0].TimeAsync();
        for (var ago = minutes; ago >= 1; ago--)
        {
            await WriteAsync(now.AddMinutes(-ago), (minutes - ago) * perMinute);
        }
    }

    public Task WriteAsync(DateTimeOffset at, long received) => WriteAsync(at, new QueueCounters(received, 0, 0, 0, 0, 0));

    public async Task WriteAsync(DateTimeOffset at, QueueCounters totals)
    {
        double[] values = [at.ToUnixTimeMilliseconds(), totals.Received, totals.Duplicate, totals.Processed, totals.Retried, totals.Failed, totals.Reclaimed];
        var record = new byte[HistoryConstants.RecordBytes];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(record.AsSpan(index * sizeof(double)), values[index]);
        }

        var slot = at.ToUnixTimeSeconds() / 60 % HistoryConstants.WindowMinutes;
        await services.Redis.GetDatabase().StringSetRangeAsync(HistoryConstants.Key, slot * HistoryConstants.RecordBytes, record);
    }
}
