using System.Buffers.Binary;
using Payshift.Core.Scaling.History;
using Payshift.Tests.Infrastructure;

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

    public async Task WriteAsync(DateTimeOffset at, long received)
    {
        var record = new byte[HistoryConstants.RecordBytes];
        BinaryPrimitives.WriteDoubleLittleEndian(record, at.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteDoubleLittleEndian(record.AsSpan(sizeof(double)), received);
        var slot = at.ToUnixTimeSeconds() / 60 % HistoryConstants.WindowMinutes;
        await services.Redis.GetDatabase().StringSetRangeAsync(HistoryConstants.Key, slot * HistoryConstants.RecordBytes, record);
    }
}
