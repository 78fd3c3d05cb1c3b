using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Payshift.Core.Storage.Batches;

/// <inheritdoc cref="IBatchReader"/>
internal sealed class TableBatchReader(TableConnection tables) : IBatchReader
{
    private const int Parallelism = 8;

    private static readonly string[] Keys = ["PartitionKey"];

    public async Task<BatchRows> ReadAsync(DateTimeOffset since, DateTimeOffset before, int maxRows, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<BatchRecord>();
        var complete = 1;
        await ReadDaysAsync(since, before, record =>
        {
            if (found.Count < maxRows)
            {
                found.Add(record);
                return true;
            }

            Interlocked.Exchange(ref complete, 0);
            return false;
        }, cancellationToken);
        return new BatchRows([.. found], complete == 1);
    }

    public Task ReadEachAsync(DateTimeOffset hour, Action<BatchRecord> read, CancellationToken cancellationToken) =>
        ReadDayAsync(TableKeys.Day(hour), hour, hour.AddHours(1), record =>
        {
            read(record);
            return true;
        }, cancellationToken);

    public Task<DateTimeOffset?> FindDayAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {TableKeys.Day(since)}");
        return tables.UseAsync(TableNames.Batches, TableOperations.Query, async table =>
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, Keys, cancellationToken))
            {
                return TableKeys.ParseDay(row.PartitionKey);
            }

            return (DateTimeOffset?)null;
        });
    }

    private Task ReadDaysAsync(DateTimeOffset since, DateTimeOffset before, Func<BatchRecord, bool> read, CancellationToken cancellationToken)
    {
        var days = (int)(before.UtcDateTime.Date - since.UtcDateTime.Date).TotalDays;
        return Parallel.ForEachAsync(
            Enumerable.Range(0, days + 1).Select(day => TableKeys.Day(before.AddDays(-day))),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (day, token) => await ReadDayAsync(day, since, before, read, token));
    }

    /// <param name="read">Says whether to go on.</param>
    /// <returns>Whether all were read.</returns>
    private Task<bool> ReadDayAsync(string day, DateTimeOffset since, DateTimeOffset before, Func<BatchRecord, bool> read, CancellationToken cancellationToken)
    {
        var (from, to) = TableKeys.NewestFirstRange(since, before);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {day} and RowKey ge {from} and RowKey lt {to}");
        return tables.UseAsync(TableNames.Batches, TableOperations.Query, async table =>
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter, select: BatchEntity.Columns, cancellationToken: cancellationToken))
            {
                if (!read(BatchEntity.ToRecord(row)))
                {
                    return false;
                }
            }

            return true;
        });
    }
}
