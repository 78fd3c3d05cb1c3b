using System.Text.Json;
using Azure.Data.Tables;

namespace Payshift.Core.Storage;

/// <inheritdoc cref="IBatchStore"/>
internal sealed class TableBatchStore(TableConnection tables) : IBatchStore
{
    public Task RecordAsync(IReadOnlyList<BatchRecord> records, CancellationToken cancellationToken) =>
        tables.UpsertAsync(TableNames.Batches, records.Select(ToEntity), cancellationToken);

    private static TableEntity ToEntity(BatchRecord record) =>
        new(TableKeys.Day(record.StartedAt), TableKeys.NewestFirst(record.StartedAt, record.BatchId))
        {
            ["StartedAt"] = record.StartedAt,
            ["ElapsedMs"] = record.Elapsed.TotalMilliseconds,
            ["TotalDelayMs"] = record.TotalDelay.TotalMilliseconds,
            ["MaxDelayMs"] = record.MaxDelay.TotalMilliseconds,
            ["Processed"] = Total(record, BatchCount.Processed),
            ["Retried"] = Total(record, BatchCount.Retried),
            ["Failed"] = Total(record, BatchCount.Failed),
            ["Counts"] = JsonSerializer.Serialize(record.Counts.Take(MaxCounts)),
        };

    private static int Total(BatchRecord record, string outcome) =>
        record.Counts.Where(count => count.Outcome == outcome).Sum(count => count.Count);

    /// <summary>Bounds the property: a batch of 1,000 with as many methods would not fit.</summary>
    private const int MaxCounts = 100;
}
