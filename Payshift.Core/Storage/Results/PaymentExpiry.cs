using System.Net;
using Azure.Data.Tables;

namespace Payshift.Core.Storage.Results;

/// <summary>
/// The removal of payments of which nothing was recorded for long, a page a call. A payment goes as a whole, with the links that
/// lead to it: of the rows of one that is kept, none is missing.
/// </summary>
internal sealed class PaymentExpiry(TableConnection tables, IOptions<TableOptions> options, TimeProvider timeProvider)
{
    private const int Parallelism = 8;

    /// <summary>
    /// Links are written before their result, in another transaction at times. A younger link may belong to a result that is
    /// about to come.
    /// </summary>
    private static readonly TimeSpan LinkRest = TimeSpan.FromHours(1);

    private static readonly string[] Columns = ["PartitionKey", "RowKey", ResultEntity.ProcessedAt];

    private readonly int _buckets = options.Value.Buckets;

    /// <param name="before">Payments with a row that was recorded at this time or later are kept.</param>
    /// <param name="position">The position that the page before ended with; empty for the first page.</param>
    /// <returns>Rows that were removed, and the position to go on from; null after the last payment.</returns>
    /// <exception cref="StorageUnavailableException">The page was not gone through.</exception>
    public Task<(int Removed, string? Next)> RemoveAsync(DateTimeOffset before, string position, CancellationToken cancellationToken)
    {
        var start = SweepPosition.Parse(position);
        var bucket = TableKeys.Bucket(start.Bucket);
        return tables.UseAsync(TableNames.Results, TableOperations.Delete, async client =>
        {
            var rows = await client.ReadPageAsync(
                TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {start.Row}"), Columns, cancellationToken);
            var removed = 0;
            await Parallel.ForEachAsync(
                ExpiredPayments.In(rows, before),
                new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
                async (payment, token) => Interlocked.Add(ref removed, await RemovePaymentAsync(client, bucket, payment, before, token)));
            var next = start.Next(rows.Count == TableConnection.MaxPageRows ? rows[^1].RowKey : null, _buckets);
            return (removed, next?.ToString());
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
            if (!ExpiredPayments.IsBefore(row, before))
            {
                return 0;
            }

            rows.Add(row);
        }

        var found = await Task.WhenAll(rows.SelectMany(LinkEntity.RowsOf).Distinct().Select(link =>
            client.GetEntityIfExistsAsync<TableEntity>(bucket, link, cancellationToken: cancellationToken)));
        var links = found.Where(link => link.HasValue).Select(link => link.Value!).ToArray();
        if (links.Any(link => link.Timestamp > timeProvider.GetUtcNow() - LinkRest))
        {
            return 0;
        }

        // The oldest event first, and links last: what is left when a worker dies in between is a payment's latest state.
        return await TryRemoveAsync(client, [.. rows.AsEnumerable().Reverse(), .. links], cancellationToken);
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
}
