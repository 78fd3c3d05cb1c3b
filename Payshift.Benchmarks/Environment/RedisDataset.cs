using System.Globalization;
using StackExchange.Redis;

namespace Payshift.Benchmarks.Environment;

/// <summary>Bytes of Redis that hold data, without written-out buffers of clients and of the append-only file.</summary>
internal static class RedisDataset
{
    public static async Task<long> BytesAsync(ConnectionMultiplexer redis)
    {
        var memory = (await redis.GetServers()[0].InfoAsync("memory")).SelectMany(section => section).ToDictionary();
        return Number("used_memory_dataset") + Number("used_memory_overhead") - Number("mem_clients_normal") - Number("mem_aof_buffer");

        long Number(string name) => long.Parse(memory[name], CultureInfo.InvariantCulture);
    }
}
