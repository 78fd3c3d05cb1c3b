using Microsoft.Extensions.DependencyInjection;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Processing;
using Payshift.Core.Queue;

namespace Payshift.Benchmarks.Figures;

/// <summary>What a webhook costs Redis and Table Storage in calls, drained in batches of 100 with everything else as it is by default.</summary>
internal sealed class CallsBenchmark : IBenchmark
{
    private const int Count = 10_000;

    public string Name => "calls";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        await using var redis = await services.ConnectRedisAsync();
        await using var payshift = services.Compose(new Dictionary<string, string?>
        {
            ["Payshift:Processing:BatchSize"] = "100",
            ["Payshift:Processing:TimeBudget"] = "00:05:00",
        });
        // Connecting and making the tables is done once.
        await DrainAsync(payshift, count: 1_000, seed: 30);

        using var storage = new StorageCalls(services.TablesPort);
        await EnqueueAsync(payshift, Count, seed: 31);
        var roundTrips = await RedisRoundTrips.CountAsync(redis, () => DrainAsync(payshift, Count));
        yield return new Figure("calls: Redis round trips a processed webhook", roundTrips / (double)Count, 0.05, AtMost: true);
        yield return new Figure("calls: storage calls a processed webhook", storage.Count / (double)Count, 0.03, AtMost: true);
    }

    private static async Task DrainAsync(IServiceProvider payshift, int count, int seed)
    {
        await EnqueueAsync(payshift, count, seed);
        await DrainAsync(payshift, count);
    }

    private static Task EnqueueAsync(IServiceProvider payshift, int count, int seed) =>
        payshift.GetRequiredService<IWebhookQueue>().EnqueueAllAsync(SampleLoad.Payments(count, seed));

    private static async Task DrainAsync(IServiceProvider payshift, int count)
    {
        var summary = await payshift.GetRequiredService<QueueProcessor>().ProcessAsync();
        if (summary.Processed != count)
        {
            throw new InvalidOperationException($"{summary.Processed} of {count} webhooks were processed: {summary.End}.");
        }
    }
}
