using System.Net;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;

namespace Payshift.Benchmarks.Environment;

/// <summary>Counts the commands that clients send to Redis. What a script calls takes no round trip and is not counted.</summary>
/// <seealso href="https://redis.io/docs/latest/commands/monitor/"/>
internal static class RedisRoundTrips
{
    private const string CalledByScript = " lua] ";

    public static async Task<int> CountAsync(ConnectionMultiplexer redis, Func<Task> work)
    {
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)redis.GetEndPoints()[0]);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await client.GetStream().WriteAsync("MONITOR\r\n"u8.ToArray());
        await reader.ReadLineAsync();

        var end = Guid.NewGuid().ToString();
        var counting = CountUntilAsync(reader, end);
        await work();
        await redis.GetDatabase().ExecuteAsync("ECHO", end);
        return await counting;
    }

    private static async Task<int> CountUntilAsync(StreamReader reader, string end)
    {
        var count = 0;
        while (await reader.ReadLineAsync() is { } line && !line.Contains(end, StringComparison.Ordinal))
        {
            if (!line.Contains(CalledByScript, StringComparison.Ordinal))
            {
                count++;
            }
        }

        return count;
    }
}
