using Azure.Data.Tables;

namespace Payshift.Core.Storage;

/// <summary>The removal of old rows from a table whose partitions are days: whole days, oldest first, a page a call.</summary>
internal sealed class DayExpiry(TableConnection tables, string table)
{
    private const int Parallelism = 8;

    private static readonly string[] Columns = ["PartitionKey", "RowKey"];

    /// <param name="day">Rows of earlier days are removed.</param>
    /// <param name="filter">A further condition that rows must meet to be removed; null for none.</param>
    /// <exception cref="StorageUnavailableException">Not all of the page was removed.</exception>
    public Task<RemovedPage> RemoveAsync(DateTimeOffset day, string? filter, CancellationToken cancellationToken)
    {
        var old = TableClient.CreateQueryFilter($"PartitionKey lt {DayKeys.Partition(day)}");
        return tables.UseAsync(table, TableOperations.Delete, async client =>
        {
            var rows = await client.ReadPageAsync(filter is null ? old : $"{old} and {filter}", Columns, cancellationToken);
            await Parallel.ForEachAsync(
                rows.Select(row => (row.PartitionKey, row.RowKey)).GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(TableConnection.MaxTransactionRows)),
                new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
                async (chunk, token) => await TableConnection.DeleteAsync(client, chunk, token));
            return new RemovedPage(rows.Count, rows.Count == TableConnection.MaxPageRows);
        });
    }
}
