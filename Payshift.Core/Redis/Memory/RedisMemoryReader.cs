using StackExchange.Redis;

namespace Payshift.Core.Redis.Memory;

/// <summary>The reader of the memory of the servers that hold partitions.</summary>
internal sealed class RedisMemoryReader(RedisConnection redis, IOptions<RedisOptions> options)
{
    private static readonly RedisScript Script = RedisScript.Load(typeof(RedisMemoryReader), "memory");

    /// <returns>Null where a server does not answer or does not tell.</returns>
    public async Task<RedisMemory?> ReadAsync()
    {
        try
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, options.Value.Partitions).Select(AskAsync));
            var servers = answers.DistinctBy(answer => answer.Server).ToArray();
            return new RedisMemory(
                servers.Sum(server => server.Used),
                servers.Sum(server => server.Peak),
                Array.Exists(servers, server => server.Max == 0) ? 0 : servers.Sum(server => server.Max),
                servers.Length);
        }
        catch (Exception exception) when (exception is QueueUnavailableException or RedisServerException)
        {
            return null;
        }
    }

    private async Task<(string Server, long Used, long Peak, long Max)> AskAsync(int partition)
    {
        var values = (RedisValue[])(await redis.EvaluateAsync(Script, [$"payshift:{{{partition}}}:ready"], []))!;
        return (values[0]!, (long)values[1], (long)values[2], (long)values[3]);
    }
}
