using System.Diagnostics;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Processing;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Results;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Figures;

/// <summary>Draining with results written to Azurite, to raw 100-row transactions of the same rows with the same parallelism.</summary>
internal sealed class DrainBenchmark : IBenchmark
{
    private const int Count = 20_000;
    private const int Rounds = 5;
    private const int Parallelism = 4;
    private const int TransactionRows = 100;
    private const int Buckets = 16;

    public string Name => "drain";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        await using var payshift = services.Compose(new Dictionary<string, string?>
        {
            ["Payshift:Processing:BatchSize"] = $"{TransactionRows}",
            ["Payshift:Processing:Concurrency"] = $"{Parallelism}",
            ["Payshift:Processing:TimeBudget"] = "00:05:00",
            ["Payshift:Tables:Buckets"] = $"{Buckets}",
        });
        await DrainAsync(payshift, [.. SampleLoad.Payments(1_000, seed: 1)]);
        await WriteRawAsync(services, "raw", [.. SampleLoad.Payments(1_000, seed: 2)]);

        var raw = TimeSpan.Zero;
        var drained = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            // The same rows into tables that grow alike, in turns, so that noise meets both.
            var webhooks = SampleLoad.Payments(Count / Rounds, seed: 10 + round).ToArray();
            if (round % 2 == 0)
            {
                raw += await WriteRawAsync(services, "raw", webhooks);
                drained += await DrainAsync(payshift, webhooks);
            }
            else
            {
                drained += await DrainAsync(payshift, webhooks);
                raw += await WriteRawAsync(services, "raw", webhooks);
            }
        }

        yield return new Figure("drain: webhooks a second, raw transactions", Count / raw.TotalSeconds);
        yield return new Figure("drain: webhooks a second, recorded", Count / drained.TotalSeconds);
        yield return new Figure("drain: recorded webhooks to raw transactions", raw / drained, 0.85);
    }

    private static async Task<TimeSpan> DrainAsync(IServiceProvider payshift, Webhook[] webhooks)
    {
        var queue = payshift.GetRequiredService<IWebhookQueue>();
        foreach (var chunk in webhooks.Chunk(500))
        {
            await queue.EnqueueAsync(chunk);
        }

        var started = Stopwatch.GetTimestamp();
        var summary = await payshift.GetRequiredService<QueueProcessor>().ProcessAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return summary.Processed == webhooks.Length
            ? elapsed
            : throw new InvalidOperationException($"{summary.Processed} of {webhooks.Length} webhooks were processed: {summary.End}.");
    }

    private static async Task<TimeSpan> WriteRawAsync(BenchmarkServices services, string name, Webhook[] webhooks)
    {
        var table = new TableClient(services.TablesConnectionString, name);
        await table.CreateIfNotExistsAsync();
        var transactions = webhooks
            .SelectMany(webhook => LinkEntity.From(webhook, Buckets)
                .Append(ResultEntity.From(new ResultRecord(webhook, ResultRecord.Processed, null, 1, DateTimeOffset.UtcNow, "raw"), Buckets)))
            .DistinctBy(entity => entity.RowKey)
            .GroupBy(entity => entity.PartitionKey)
            .SelectMany(partition => partition.Chunk(TransactionRows))
            .ToArray();

        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(transactions, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (rows, cancellationToken) =>
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken));
        return Stopwatch.GetElapsedTime(started);
    }
}
