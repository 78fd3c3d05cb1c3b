using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Queue;

namespace Payshift.Benchmarks.Figures;

/// <summary>Acquiring and acknowledging while a million webhooks wait, to the same while a thousand do.</summary>
internal sealed class BacklogBenchmark : IBenchmark
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int BatchSize = 100;
    private const int WarmupBatches = 100;
    private const int Batches = 1_000;

    public string Name => "backlog";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        await using var redis = await services.ConnectRedisAsync();
        await redis.GetServers()[0].ConfigSetAsync("appendonly", "no");
        // Two databases of one Redis, so that whatever slows it slows both.
        await using var few = Compose(services, database: 0);
        await using var many = Compose(services, database: 1);
        var small = await Backlog.FillAsync(few.GetRequiredService<IWebhookQueue>(), Few);
        var large = await Backlog.FillAsync(many.GetRequiredService<IWebhookQueue>(), Many);

        await MeasureAsync(WarmupBatches, small, large);
        var (ofFew, ofMany) = await MeasureAsync(Batches, small, large);
        yield return new Figure("backlog: ms a batch of 100, 1,000 waiting", ofFew.TotalMilliseconds / Batches);
        yield return new Figure("backlog: ms a batch of 100, 1,000,000 waiting", ofMany.TotalMilliseconds / Batches);
        yield return new Figure("backlog: 1,000,000 waiting to 1,000", ofMany / ofFew, 1.3, AtMost: true);
    }

    private static async Task<(TimeSpan Few, TimeSpan Many)> MeasureAsync(int batches, Backlog few, Backlog many)
    {
        var (ofFew, ofMany) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var batch = 0; batch < batches; batch++)
        {
            if (batch % 2 == 0)
            {
                ofFew += await WorkOffAsync(few);
                ofMany += await WorkOffAsync(many);
            }
            else
            {
                ofMany += await WorkOffAsync(many);
                ofFew += await WorkOffAsync(few);
            }
        }

        return (ofFew, ofMany);
    }

    private static async Task<TimeSpan> WorkOffAsync(Backlog backlog)
    {
        var started = Stopwatch.GetTimestamp();
        var leased = await backlog.Queue.LeaseAsync(BatchSize);
        var effects = await backlog.Queue.SettleAsync([.. leased.Select(webhook => new Settlement(webhook.Lease, SettlementKind.Complete))]);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (effects.Count(effect => effect) != BatchSize)
        {
            throw new InvalidOperationException($"{leased.Count} of {BatchSize} webhooks were acquired, {effects.Count(effect => effect)} acknowledged.");
        }

        await backlog.AddAsync(BatchSize);
        return elapsed;
    }

    private static ServiceProvider Compose(BenchmarkServices services, int database) => services.Compose(new Dictionary<string, string?>
    {
        ["Payshift:Redis:ConnectionString"] = $"{services.RedisConnectionString},defaultDatabase={database}",
    });
}
