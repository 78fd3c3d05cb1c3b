using StackExchange.Redis;

namespace Payshift.Core.Redis.Circuits;

/// <inheritdoc cref="ICircuitRegistry"/>
internal sealed class RedisCircuitRegistry(RedisConnection redis) : ICircuitRegistry
{
    private static readonly RedisScript Open = RedisScript.Load(typeof(RedisCircuitRegistry), "open");
    private static readonly RedisScript Close = RedisScript.Load(typeof(RedisCircuitRegistry), "close");
    private static readonly RedisScript List = RedisScript.Load(typeof(RedisCircuitRegistry), "list");

    private static readonly RedisKey[] Keys = ["payshift:{control}:circuits"];

    public Task ReportOpenAsync(string name, string reason, TimeSpan lifetime) =>
        ReportAsync(Open, [name, (long)lifetime.TotalMilliseconds, reason]);

    public Task ReportClosedAsync(string name) => ReportAsync(Close, [name]);

    public async Task<IReadOnlyList<OpenCircuit>> GetOpenAsync()
    {
        var values = (RedisValue[])(await redis.EvaluateAsync(List, Keys, []))!;
        return [.. values.Chunk(3).Select(circuit => new OpenCircuit(
            circuit[0]!, DateTimeOffset.FromUnixTimeMilliseconds((long)circuit[1]), circuit[2]!))];
    }

    private async Task ReportAsync(RedisScript script, RedisValue[] arguments)
    {
        try
        {
            await redis.EvaluateAsync(script, Keys, arguments);
        }
        catch (QueueUnavailableException)
        {
            // What is wrong with Redis is said by all that need it.
        }
    }
}
