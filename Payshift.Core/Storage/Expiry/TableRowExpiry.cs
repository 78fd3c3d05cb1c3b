using System.Net;
using Azure.Data.Tables;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Storage.Expiry;

/// <inheritdoc cref="IRowExpiry"/>
internal sealed class TableRowExpiry(TableConnection tables, IOptions<TableOptions> options, TimeProvider timeProvider) : IRowExpiry
{
    /// <summary>The service's largest page.</summary>
    private const int PageRows = 1000;

    private const int Parallelism = 8;

    private const int BucketLength = 2;

    /// <summary>
    /// Links are written before their result, in another transaction at times. A younger link may belong to a result that is
    /// about to come.
    /// </summary>
    private static readonly TimeSpan LinkRest = TimeSpan.FromHours(1);

    private static readonly string[] Keys = ["PartitionKey", "RowKey"];
    private static readonly string[] ResultColumns = [.. Keys, "ProcessedAt"];

    private readonly int _buckets = options.Value.Buckets;

    public Task<(int Removed, bool HasMore)> RemoveDaysAsync(string table, DateTimeOffset day, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey lt {TableKeys.Day(day)}");
        if (table == TableNames.Failures)
        {
            // The day is that of receipt; one that was retried by hand can have failed long after.
            filter += TableClient.CreateQueryFilter($" and FailedAt lt {day}");
        }

        return tables.UseAsync(table, TableOperations.Delete, async client =>
        {
            var rows = await ReadPageAsync(client, filter, Keys, cancellationToken);
            await Parallel.ForEachAsync(
                rows.Select(row => (row.PartitionKey, row.RowKey)).GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(TableConnection.MaxTransactionRows)),
                new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
                async (chunk, token) => await TableConnection.DeleteAsync(client, chunk, token));
            return (rows.Count, rows.Count == PageRows);
        });
    }

    public Task<(int Removed, string? Next)> RemovePaymentsAsync(DateTimeOffset before, string position, CancellationToken cancellationToken)
    {
        var (bucket, row) = position.Length < BucketLength ? (TableKeys.Bucket(0), TableKeys.AfterLinks) : (position[..BucketLength], position[BucketLength..]);
        return tables.UseAsync(TableNames.Results, TableOperations.Delete, async client =>
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {row}");
            var rows = await ReadPageAsync(client, filter, ResultColumns, cancellationToken);
            var payments = rows
                .GroupBy(result => TableKeys.PrefixOf(result.RowKey))
                .Where(payment => payment.All(result => IsBefore(result, before)))
                .Select(payment => payment.Key);
            var removed = 0;
            await Parallel.ForEachAsync(
                payments,
                new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
                async (payment, token) => Interlocked.Add(
                    ref removed, await RemovePaymentAsync(client, bucket, payment, before, token)));
            return (removed, rows.Count == PageRows ? bucket + TableKeys.PrefixRange(TableKeys.PrefixOf(rows[^1].RowKey)).To : NextBucket(bucket));
        });
    }

    /// <summary>
    /// Removes a payment if nothing changes meanwhile: its rows and links are read whole, and a transaction that meets another
    /// version of one of them does nothing. The next sweep decides anew.
    /// </summary>
    private async Task<int> RemovePaymentAsync(TableClient client, string bucket, string payment, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (from, to) = TableKeys.PrefixRange(payment);
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var row in client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (!IsBefore(row, before))
            {
                return 0;
            }

            rows.Add(row);
        }

        var links = await Task.WhenAll(rows.SelectMany(LinkEntity.RowsOf).Distinct().Select(link =>
            client.GetEntityIfExistsAsync<TableEntity>(bucket, link, cancellationToken: cancellationToken)));
        var led = links.Where(link => link.HasValue).Select(link => link.Value!).ToArray();
        if (led.Any(link => link.Timestamp > timeProvider.GetUtcNow() - LinkRest))
        {
            return 0;
        }

        // The oldest event first, and links last: what is left when a worker dies in between is a payment's latest state.
        return await TryRemoveAsync(client, [.. rows.AsEnumerable().Reverse(), .. led], cancellationToken);
    }

    private static async Task<int> TryRemoveAsync(TableClient client, TableEntity[] rows, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var chunk in rows.Chunk(TableConnection.MaxTransactionRows))
        {
            try
            {
                await client.SubmitTransactionAsync(
                    chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)), cancellationToken);
                removed += chunk.Length;
            }
            catch (TableTransactionFailedException exception) when (exception.Status is (int)HttpStatusCode.NotFound or (int)HttpStatusCode.PreconditionFailed)
            {
                break;
            }
        }

        return removed;
    }

    private static async Task<List<TableEntity>> ReadPageAsync(TableClient client, string filter, string[] columns, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in client.QueryAsync<TableEntity>(filter, PageRows, columns, cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == PageRows)
            {
                break;
            }
        }

        return rows;
    }

    private string? NextBucket(string bucket)
    {
        var next = int.Parse(bucket, NumberStyles.HexNumber, CultureInfo.InvariantCulture) + 1;
        return next < _buckets ? TableKeys.Bucket(next) + TableKeys.AfterLinks : null;
    }

    private static bool IsBefore(TableEntity result, DateTimeOffset before) => result.GetDateTimeOffset("ProcessedAt") < before;
}
