using System.Diagnostics;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Payshift.Benchmarks.Capacity;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Processing;
using Payshift.Core.Queue;
using Payshift.Core.Receiving;

namespace Payshift.Benchmarks.Figures;

/// <summary>What a webhook needs, measured, and what 10 thousand, 10 million and 1 billion a day need and cost by that.</summary>
internal sealed class CapacityBenchmark : IBenchmark
{
    private const int Count = 10_000;

    private static readonly (string Name, double PerDay)[] Volumes = [("10 thousand a day", 1e4), ("10 million a day", 1e7), ("1 billion a day", 1e9)];

    public string Name => "capacity";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        var needs = await MeasureNeedsAsync(services);
        yield return new Figure("capacity: core milliseconds a webhook, receiving", needs.ReceiveSeconds * 1000);
        yield return new Figure("capacity: core milliseconds a webhook, processing", needs.ProcessSeconds * 1000);
        yield return new Figure("capacity: entities a webhook", needs.Entities);
        yield return new Figure("capacity: bytes of Table Storage a webhook", needs.EntityBytes);
        yield return new Figure("capacity: millions a day that one storage account takes", CapacityPlan.MostPerDay(needs) / 1e6);
        foreach (var (name, perDay) in Volumes)
        {
            foreach (var figure in Tell(name, needs, perDay))
            {
                yield return figure;
            }
        }
    }

    private static IEnumerable<Figure> Tell(string volume, WebhookNeeds needs, double perDay)
    {
        var plan = new CapacityPlan(needs, perDay);
        yield return new Figure($"{volume}: webhooks a second, mean", plan.MeanPerSecond);
        yield return new Figure($"{volume}: instances at the peak", plan.InstancesAtPeak);
        yield return new Figure($"{volume}: GB of Redis", plan.RedisBytes / 1e9);
        yield return new Figure($"{volume}: $ a month, Functions", plan.FunctionsPerMonth);
        yield return new Figure($"{volume}: $ a month, Table Storage", plan.TablesPerMonth);
        yield return new Figure($"{volume}: $ a month, Redis", plan.RedisPerMonth);
        yield return new Figure($"{volume}: $ a month, telemetry", plan.TelemetryPerMonth);
        yield return new Figure($"{volume}: $ a month, all", plan.CostPerMonth);
        yield return new Figure($"{volume}: $ a million webhooks", plan.CostPerMonth / (perDay * 30 / 1e6));
        foreach (var limit in plan.Limits)
        {
            yield return new Figure($"{volume}: of {limit.Name}", limit.Share);
        }

        var day = CappedDay.Simulate(plan.MeanPerSecond, CapacityPlan.PeakFactor, AzureLimits.EntitiesPerAccount / needs.Entities);
        yield return new Figure($"{volume}: simulated, largest backlog by the account's limit", day.LargestBacklog);
        yield return new Figure($"{volume}: simulated, longest delay by it, s", day.LongestDelay);
    }

    private static async Task<WebhookNeeds> MeasureNeedsAsync(BenchmarkServices services)
    {
        await using var redis = await services.ConnectRedisAsync();
        await using var payshift = services.Compose(new Dictionary<string, string?>
        {
            ["Payshift:Processing:BatchSize"] = "100",
            ["Payshift:Processing:TimeBudget"] = "00:05:00",
            ["Payshift:Providers:stripe:Secrets:0"] = SampleLoad.StripeSecret,
        });
        var queue = payshift.GetRequiredService<IWebhookQueue>();
        var drain = payshift.GetRequiredService<QueueProcessor>();

        // What is done once is no webhook's.
        await ReceiveAsync(payshift, Requests(500, seed: 40));
        await drain.ProcessAsync();
        var empty = await RedisDataset.BytesAsync(redis);
        var requests = Requests(Count, seed: 41);
        var receiveSeconds = await CoreSecondsAsync(() => ReceiveAsync(payshift, requests)) / Count;
        var queued = await RedisDataset.BytesAsync(redis) - empty;
        await drain.ProcessAsync();
        var known = await RedisDataset.BytesAsync(redis) - empty;

        await queue.EnqueueAllAsync(SampleLoad.Payments(Count, seed: 42));
        var (entitiesBefore, bytesBefore) = await EntitiesAsync(services);
        var processSeconds = 0.0;
        var roundTrips = await RedisRoundTrips.CountAsync(redis, async () => processSeconds = await CoreSecondsAsync(() => drain.ProcessAsync()) / Count);
        var (entities, bytes) = await EntitiesAsync(services);
        return new WebhookNeeds(
            receiveSeconds,
            processSeconds,
            roundTrips / (double)Count,
            (entities - entitiesBefore) / (double)Count,
            (bytes - bytesBefore) / Count,
            queued / (double)Count,
            known / (double)Count);
    }

    private static IReadOnlyList<WebhookRequest> Requests(int count, int seed) =>
    [
        .. from delivery in SampleLoad.StripeDeliveries(count, seed)
           let headers = delivery.Headers.ToDictionary(header => header.Key, header => new StringValues(header.Value), StringComparer.OrdinalIgnoreCase)
           select new WebhookRequest("stripe", headers, new MemoryStream(delivery.Body)),
    ];

    private static async Task ReceiveAsync(IServiceProvider payshift, IReadOnlyList<WebhookRequest> requests)
    {
        var receiver = payshift.GetRequiredService<WebhookReceiver>();
        foreach (var request in requests)
        {
            var result = await receiver.ReceiveAsync(request, CancellationToken.None);
            if (result.Kept != 1)
            {
                throw new InvalidOperationException($"A delivery was not kept: {result}.");
            }
        }
    }

    /// <returns>Of this process alone: Redis and Table Storage are elsewhere.</returns>
    private static async Task<double> CoreSecondsAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    /// <summary>Rows of all tables, and their size by the formula of Azure Table Storage.</summary>
    /// <seealso href="https://learn.microsoft.com/archive/blogs/avkashchauhan/how-the-size-of-an-entity-is-caclulated-in-windows-azure-table-storage"/>
    private static async Task<(int Count, double Bytes)> EntitiesAsync(BenchmarkServices services)
    {
        var service = new TableServiceClient(services.TablesConnectionString);
        var (count, bytes) = (0, 0.0);
        await foreach (var table in service.QueryAsync())
        {
            await foreach (var entity in service.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                count++;
                bytes += 4 + 2 * (entity.PartitionKey.Length + entity.RowKey.Length) + entity
                    .Where(property => property.Key is not ("PartitionKey" or "RowKey" or "odata.etag"))
                    .Sum(property => 8 + 2 * property.Key.Length + Size(property.Value));
            }
        }

        return (count, bytes);
    }

    private static int Size(object? value) => value switch
    {
        string text => 4 + 2 * text.Length,
        byte[] bytes => 4 + bytes.Length,
        bool => 1,
        int => 4,
        null => 0,
        _ => 8,
    };
}
