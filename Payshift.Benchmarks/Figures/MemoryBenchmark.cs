using Microsoft.Extensions.DependencyInjection;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Processing;
using Payshift.Core.Providers.Stripe;
using Payshift.Core.Queue;
using Payshift.Samples;
using StackExchange.Redis;

namespace Payshift.Benchmarks.Figures;

/// <summary>
/// What a queued webhook takes in Redis, its deduplication entry included, to its compact JSON payload: received as compact
/// JSON, and as indented JSON, which Stripe sends.
/// </summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const int Count = 20_000;
    private const int Seed = 3;

    public string Name => "memory";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        await using var redis = await services.ConnectRedisAsync();
        await using var payshift = services.Compose([]);
        var queue = payshift.GetRequiredService<IWebhookQueue>();
        var compact = SampleLoad.StripeDeliveries(Count, Seed);
        var payload = compact.Average(delivery => delivery.Body.Length);
        yield return new Figure("memory: bytes of the compact JSON payload", payload);

        var (_, indented) = await QueueAsync(redis, queue, SampleLoad.IndentedStripeDeliveries(Count, Seed));
        yield return new Figure("memory: bytes of Redis a queued webhook, indented", indented);
        yield return new Figure("memory: queued webhook, indented, to compact JSON payload", indented / payload, 0.6, AtMost: true);

        var (before, queued) = await QueueAsync(redis, queue, compact);
        yield return new Figure("memory: bytes of Redis a queued webhook", queued);
        yield return new Figure("memory: queued webhook to compact JSON payload", queued / payload, 0.6, AtMost: true);

        await payshift.GetRequiredService<QueueProcessor>().ProcessAsync(batchSize: 500);
        yield return new Figure("memory: bytes of Redis a known event, out of the queue", (await RedisDataset.BytesAsync(redis) - before) / (double)Count, 100, AtMost: true);
    }

    /// <returns>The memory in use before, and what each queued webhook adds, both in bytes.</returns>
    private static async Task<(long Before, double Queued)> QueueAsync(
        ConnectionMultiplexer redis, IWebhookQueue queue, IReadOnlyList<SampleDelivery> deliveries)
    {
        var provider = new StripeProvider();
        await redis.GetServers()[0].FlushAllDatabasesAsync();
        // What is made once, such as connections and loaded scripts, is no webhook's.
        await queue.EnqueueAsync([.. SampleLoad.Extract(provider, SampleLoad.StripeDeliveries(16, Seed + 1))]);

        var before = await RedisDataset.BytesAsync(redis);
        await queue.EnqueueAllAsync(SampleLoad.Extract(provider, deliveries));

        return (before, (await RedisDataset.BytesAsync(redis) - before) / (double)deliveries.Count);
    }
}
