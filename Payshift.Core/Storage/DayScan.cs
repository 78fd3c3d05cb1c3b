using Azure.Data.Tables;

namespace Payshift.Core.Storage;

/// <summary>The reading of a table whose partitions are days: newest rows first over many days, in pages.</summary>
internal sealed class DayScan(TableConnection tables, string table)
{
    /// <summary>Rows of one day that are looked at for a page, where not all of them are meant.</summary>
    private const int MaxScanned = 2000;

    /// <summary>Days that are asked at once: most days of most tables are empty.</summary>
    private const int Parallelism = 8;

    /// <param name="from">The earliest time that is meant.</param>
    /// <param name="to">Times before this one are meant.</param>
    /// <param name="filter">What the server is to select besides, null for all.</param>
    /// <param name="matches">What only we can select, null for all.</param>
    /// <param name="limit">Rows at the most.</param>
    /// <returns>The rows, and where to go on; null where there is nothing more.</returns>
    public async Task<(IReadOnlyList<TableEntity> Rows, DayPosition? Next)> ReadAsync(
        DateTimeOffset from,
        DateTimeOffset to,
        DayPosition? after,
        string? filter,
        Func<TableEntity, bool>? matches,
        string[] columns,
        int limit,
        CancellationToken cancellationToken)
    {
        var found = new List<TableEntity>();
        foreach (var days in Days(from, to, after).Chunk(Parallelism))
        {
            var scanned = await Task.WhenAll(days.Select(day =>
                ReadDayAsync(Bounds(from, to, after, day, filter), matches, columns, limit + 1, cancellationToken)));
            for (var i = 0; i < days.Length; i++)
            {
                found.AddRange(scanned[i].Rows);
                if (found.Count > limit)
                {
                    var last = found[limit - 1];
                    return (found[..limit], new DayPosition(last.PartitionKey, last.RowKey));
                }

                if (scanned[i].StoppedAt is { } stoppedAt)
                {
                    return (found, new DayPosition(days[i], stoppedAt));
                }
            }
        }

        return (found, null);
    }

    private Task<(List<TableEntity> Rows, string? StoppedAt)> ReadDayAsync(
        string filter, Func<TableEntity, bool>? matches, string[] columns, int limit, CancellationToken cancellationToken) =>
        tables.UseAsync(table, TableOperations.Query, async client =>
        {
            var rows = new List<TableEntity>();
            var scanned = 0;
            // More than are asked for are only read where not all of them are meant.
            var pageRows = matches is null ? Math.Min(limit, TableConnection.MaxPageRows) : TableConnection.MaxPageRows;
            await foreach (var row in client.QueryAsync<TableEntity>(filter, pageRows, columns, cancellationToken))
            {
                scanned++;
                if (matches?.Invoke(row) ?? true)
                {
                    rows.Add(row);
                }

                if (rows.Count == limit || scanned == MaxScanned)
                {
                    return (rows, row.RowKey);
                }
            }

            return (rows, (string?)null);
        });

    private static IEnumerable<string> Days(DateTimeOffset from, DateTimeOffset to, DayPosition? after)
    {
        var first = from.UtcDateTime.Date;
        for (var day = to.UtcDateTime.Date; day >= first; day = day.AddDays(-1))
        {
            var key = DayKeys.Partition(new DateTimeOffset(day, TimeSpan.Zero));
            if (after is not { } position || string.CompareOrdinal(key, position.Day) <= 0)
            {
                yield return key;
            }

            if (day == DateTime.MinValue.Date)
            {
                yield break;
            }
        }
    }

    private static string Bounds(DateTimeOffset from, DateTimeOffset to, DayPosition? after, string day, string? filter)
    {
        var (first, last) = DayKeys.RowRange(from, to);
        var bounds = TableClient.CreateQueryFilter($"PartitionKey eq {day} and RowKey ge {first} and RowKey lt {last}");
        if (after is { } position && position.Day == day)
        {
            bounds += TableClient.CreateQueryFilter($" and RowKey gt {position.RowKey}");
        }

        return filter is null ? bounds : $"{bounds} and {filter}";
    }
}
