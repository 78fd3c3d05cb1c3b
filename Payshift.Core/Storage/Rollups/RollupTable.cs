using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Payshift.Core.Storage.Rollups;

/// <summary>The table of rolled-up hours, <c>WebhookRollups</c>, partitioned by day.</summary>
public sealed class RollupTable
{
    /// <summary>Hours of so many days are one page of the service.</summary>
    private const int DaysAQuery = 31;

    private const int Parallelism = 8;

    /// <summary>A transaction takes 4 MiB, in which bytes stand as base64, a third longer.</summary>
    private const long MaxTransactionBytes = 2_500_000;

    private static readonly string[] BatchesColumn = ["Batches"];

    private readonly TableConnection _tables;
    private readonly DayExpiry _expiry;

    internal RollupTable(TableConnection tables) => (_tables, _expiry) = (tables, new DayExpiry(tables, TableNames.Rollups));

    /// <summary>Writes an hour, unless a roll-up of more batches is kept: nobody who saw less replaces it.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    public async Task WriteAsync(HourRollup rollup, CancellationToken cancellationToken)
    {
        if (await BatchesOfAsync(rollup.Hour, cancellationToken) > rollup.Batches)
        {
            return;
        }

        // The first part last: it says how many there are.
        foreach (var parts in RollupEntity.From(rollup).Reverse().ChunkBy(TableConnection.MaxTransactionRows, MaxTransactionBytes, LengthOf))
        {
            await _tables.UpsertAsync(TableNames.Rollups, parts, cancellationToken);
        }
    }

    /// <returns>The rolled hours from one time on and before another, in no order.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async Task<IReadOnlyList<HourRollup>> ReadAsync(DateTimeOffset since, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<HourRollup>();
        await Parallel.ForEachAsync(
            Windows(since, before),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (window, token) =>
            {
                foreach (var rollup in await ReadWindowAsync(window.From, window.To, token))
                {
                    found.Add(rollup);
                }
            });
        return [.. found];
    }

    /// <summary>Removes a page of the parts of hours before a day.</summary>
    /// <exception cref="StorageUnavailableException">Not all of the page was removed.</exception>
    public Task<RemovedPage> RemoveBeforeAsync(DateTimeOffset day, CancellationToken cancellationToken) =>
        _expiry.RemoveAsync(day, filter: null, cancellationToken);

    private Task<int> BatchesOfAsync(DateTimeOffset hour, CancellationToken cancellationToken) => _tables.UseAsync(TableNames.Rollups, TableOperations.Get, async table =>
    {
        var kept = await table.GetEntityIfExistsAsync<TableEntity>(
            DayKeys.Partition(hour), RollupEntity.FirstRow(hour), BatchesColumn, cancellationToken);
        return kept.HasValue ? RollupEntity.BatchesOf(kept.Value!) : 0;
    });

    private Task<IReadOnlyList<HourRollup>> ReadWindowAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (first, last) = DayKeys.RowRange(from, to);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {DayKeys.Partition(from)} and PartitionKey le {DayKeys.Partition(to)} and RowKey ge {first} and RowKey lt {last}");
        return _tables.UseAsync<IReadOnlyList<HourRollup>>(TableNames.Rollups, TableOperations.Query, async table =>
        {
            var rows = new List<TableEntity>();
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            {
                rows.Add(row);
            }

            return [.. RollupEntity.Read(rows)];
        });
    }

    private static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Windows(DateTimeOffset since, DateTimeOffset before)
    {
        for (var from = since; from < before; from += TimeSpan.FromDays(DaysAQuery))
        {
            var to = from + TimeSpan.FromDays(DaysAQuery);
            yield return (from, to < before ? to : before);
        }
    }

    private static long LengthOf(IDictionary<string, object> part) => part.Values.OfType<byte[]>().Sum(bytes => (long)bytes.Length);
}
