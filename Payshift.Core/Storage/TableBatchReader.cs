using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Payshift.Core.Storage;

/// <inheritdoc cref="IBatchReader"/>
internal sealed class TableBatchReader(TableConnection tables) : IBatchReader
{
    private const int Parallelism = 8;

    public async Task<BatchRows> ReadAsync(DateTimeOffset since, DateTimeOffset before, int maxRows, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<BatchRecord>();
        var complete = 1;
        var days = (int)(before.UtcDateTime.Date - since.UtcDateTime.Date).TotalDays;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, days + 1).Select(day => TableKeys.Day(before.AddDays(-day))),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (day, token) =>
            {
                if (!await ReadDayAsync(day, since, before, maxRows, found, token).ConfigureAwait(false))
                {
                    Interlocked.Exchange(ref complete, 0);
                }
            }).ConfigureAwait(false);
        return new BatchRows([.. found], complete == 1);
    }

    /// <returns>Whether all were read.</returns>
    private Task<bool> ReadDayAsync(
        string day, DateTimeOffset since, DateTimeOffset before, int maxRows, ConcurrentBag<BatchRecord> found, CancellationToken cancellationToken)
    {
        var (from, to) = TableKeys.NewestFirstRange(since, before);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {day} and RowKey ge {from} and RowKey lt {to}");
        return tables.UseAsync(TableNames.Batches, async table =>
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter, select: BatchEntity.Columns, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                if (found.Count >= maxRows)
                {
                    return false;
                }

                found.Add(BatchEntity.ToRecord(row));
            }

            return true;
        });
    }
}
