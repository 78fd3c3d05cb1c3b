using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Payshift.Core.Storage.Batches;

/// <inheritdoc cref="IBatchTable"/>
internal sealed class BatchTable(TableConnection tables) : IBatchTable
{
    private const int Parallelism = 8;

    private static readonly string[] Keys = ["PartitionKey"];

    private readonly DayScan _scan = new(tables, TableNames.Batches);
    private readonly DayExpiry _expiry = new(tables, TableNames.Batches);

    public Task RecordAsync(IReadOnlyList<BatchRecord> records, CancellationToken cancellationToken) =>
        tables.UpsertAsync(TableNames.Batches, records.Select(BatchEntity.From), cancellationToken);

    public async Task<BatchPage> ListAsync(BatchFilter filter, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var (rows, next) = await _scan.ReadAsync(
            filter.From,
            filter.To,
            continuation is null ? null : DayPosition.Parse(continuation),
            Select(filter.Outcome),
            // Which of its webhooks ended how, only a batch's counts say.
            filter is { Provider: null, PaymentMethod: null } ? null : row => BatchEntity.ToRecord(row).Counts.Any(count => Matches(count, filter)),
            BatchEntity.Columns,
            limit,
            cancellationToken);
        return new BatchPage([.. rows.Select(BatchEntity.ToRecord)], next?.ToString());
    }

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
        ReadDayAsync(DayKeys.Partition(hour), hour, hour.AddHours(1), record =>
        {
            read(record);
            return true;
        }, cancellationToken);

    public Task<DateTimeOffset?> FindDayAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {DayKeys.Partition(since)}");
        return tables.UseAsync(TableNames.Batches, TableOperations.Query, async table =>
        {
            await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, Keys, cancellationToken))
            {
                return DayKeys.ParsePartition(row.PartitionKey);
            }

            return (DateTimeOffset?)null;
        });
    }

    public Task<RemovedPage> RemoveBeforeAsync(DateTimeOffset day, CancellationToken cancellationToken) =>
        _expiry.RemoveAsync(day, filter: null, cancellationToken);

    private Task ReadDaysAsync(DateTimeOffset since, DateTimeOffset before, Func<BatchRecord, bool> read, CancellationToken cancellationToken)
    {
        var days = (int)(before.UtcDateTime.Date - since.UtcDateTime.Date).TotalDays;
        return Parallel.ForEachAsync(
            Enumerable.Range(0, days + 1).Select(day => DayKeys.Partition(before.AddDays(-day))),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (day, token) => await ReadDayAsync(day, since, before, read, token));
    }

    /// <param name="read">Says whether to go on.</param>
    /// <returns>Whether all were read.</returns>
    private Task<bool> ReadDayAsync(string day, DateTimeOffset since, DateTimeOffset before, Func<BatchRecord, bool> read, CancellationToken cancellationToken)
    {
        var (from, to) = DayKeys.RowRange(since, before);
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

    private static bool Matches(BatchCount count, BatchFilter filter) =>
        count.Count > 0
        && (filter.Provider is null || count.Provider == filter.Provider)
        && (filter.PaymentMethod is null || count.PaymentMethod == filter.PaymentMethod)
        && (filter.Outcome is not { } outcome || count.Outcome.Equals(outcome.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Each outcome has a column of its name.</summary>
    private static string? Select(BatchOutcome? outcome) => outcome is null ? null : $"{outcome} gt 0";
}
