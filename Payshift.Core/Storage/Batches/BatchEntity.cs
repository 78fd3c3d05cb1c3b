using Azure.Data.Tables;

namespace Payshift.Core.Storage.Batches;

/// <summary>A row of <c>WebhookBatches</c>, written and read.</summary>
internal static class BatchEntity
{
    /// <summary>The columns that are read.</summary>
    public static readonly string[] Columns = ["PartitionKey", "RowKey", "StartedAt", "ElapsedMs", "TotalDelayMs", "MaxDelayMs", "Counts"];

    /// <summary>Bounds the property: a batch of 1,000 with as many methods would not fit.</summary>
    private const int MaxCounts = 100;

    public static TableEntity From(BatchRecord record) =>
        new(DayKeys.Partition(record.StartedAt), DayKeys.Row(record.StartedAt, record.BatchId))
        {
            ["StartedAt"] = record.StartedAt,
            ["ElapsedMs"] = record.Elapsed.TotalMilliseconds,
            ["TotalDelayMs"] = record.TotalDelay.TotalMilliseconds,
            ["MaxDelayMs"] = record.MaxDelay.TotalMilliseconds,
            ["Processed"] = record.Total(BatchCount.Processed),
            ["Retried"] = record.Total(BatchCount.Retried),
            ["Failed"] = record.Total(BatchCount.Failed),
            ["Counts"] = JsonSerializer.Serialize(record.Counts.Take(MaxCounts)),
        };

    public static BatchRecord ToRecord(TableEntity row) => new(
        DayKeys.ParseRow(row.RowKey).Suffix,
        row.GetDateTimeOffset("StartedAt").GetValueOrDefault(),
        Span(row, "ElapsedMs"),
        Span(row, "TotalDelayMs"),
        Span(row, "MaxDelayMs"),
        JsonSerializer.Deserialize<BatchCount[]>(row.GetString("Counts") ?? "[]") ?? []);

    private static TimeSpan Span(TableEntity row, string column) => TimeSpan.FromMilliseconds(row.GetDouble(column).GetValueOrDefault());
}
