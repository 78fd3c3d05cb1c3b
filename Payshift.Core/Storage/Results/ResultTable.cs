using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Payshift.Core.Storage.Results;

/// <inheritdoc cref="IResultTable"/>
internal sealed class ResultTable(TableConnection tables, IOptions<TableOptions> options) : IResultTable
{
    /// <summary>Partitions that are asked at once.</summary>
    private const int Parallelism = 32;

    private readonly int _buckets = options.Value.Buckets;

    public Task RecordAsync(IReadOnlyList<ResultRecord> records, CancellationToken cancellationToken)
    {
        var links = records.SelectMany(record => LinkEntity.From(record.Webhook, _buckets)).DistinctBy(row => row.RowKey);
        var results = records.Select(record => ResultEntity.From(record, _buckets));
        return Task.WhenAll(links.Concat(results).GroupBy(row => row.PartitionKey).Select(rows => WriteAsync(rows, cancellationToken)));
    }

    public Task<RecordedOutcome?> FindOutcomeAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var (partition, row) = ResultEntity.KeyOf(webhook, _buckets);
        return tables.UseAsync(TableNames.Results, TableOperations.Get, async table =>
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, RecordedOutcome.Columns, cancellationToken);
            return found.HasValue ? RecordedOutcome.From(found.Value!) : null;
        });
    }

    public Task<IReadOnlyList<PaymentRecord>> FindAsync(string reference, int limit, CancellationToken cancellationToken) =>
        tables.UseAsync<IReadOnlyList<PaymentRecord>>(TableNames.Results, TableOperations.Query, async table =>
        {
            var found = new List<PaymentRecord>();
            var rows = Query(table, TableKeys.Bucket(reference, _buckets), ResultKeys.Range(reference), limit, null, cancellationToken);
            await foreach (var entity in rows)
            {
                found.Add(ResultEntity.ToRecord(entity));
                if (found.Count == limit)
                {
                    break;
                }
            }

            return found;
        });

    public async Task<PaymentLinkRows> FindLinkedAsync(PaymentLinkKind kind, string value, int limit, CancellationToken cancellationToken)
    {
        var found = new ConcurrentBag<(string Reference, string Provider)>();
        var range = LinkKeys.Range(kind, value);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, _buckets),
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (bucket, token) => await FindLinkedAsync(TableKeys.Bucket(bucket), range, limit, found, token));

        var payments = found.GroupBy(row => row.Reference, row => row.Provider).OrderBy(payment => payment.Key, StringComparer.Ordinal).ToArray();
        return new PaymentLinkRows(
            payments.Take(limit).ToDictionary(payment => payment.Key, IReadOnlyList<string> (payment) => [.. payment.Order(StringComparer.Ordinal)]),
            payments.Length > limit);
    }

    /// <summary>One payment more than the limit tells that there are more. A payment has a row for each of its providers, side by side.</summary>
    private Task<bool> FindLinkedAsync(
        string bucket, (string From, string To) range, int limit, ConcurrentBag<(string Reference, string Provider)> found, CancellationToken cancellationToken) =>
        tables.UseAsync(TableNames.Results, TableOperations.Query, async table =>
        {
            var payments = new HashSet<string>();
            await foreach (var entity in Query(table, bucket, range, limit + 1, LinkEntity.Columns, cancellationToken))
            {
                var row = LinkEntity.Read(entity);
                found.Add(row);
                if (payments.Add(row.Reference) && payments.Count > limit)
                {
                    break;
                }
            }

            return true;
        });

    /// <summary>
    /// One transaction after the other, links first: a result that is there vouches for its links, also where a worker died in
    /// between and nobody records them again.
    /// </summary>
    private async Task WriteAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var transaction in rows.Chunk(TableConnection.MaxTransactionRows))
        {
            await tables.UpsertAsync(TableNames.Results, transaction, cancellationToken);
        }
    }

    private static Azure.AsyncPageable<TableEntity> Query(
        TableClient table, string bucket, (string From, string To) range, int pageRows, string[]? columns, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {bucket} and RowKey ge {range.From} and RowKey lt {range.To}"),
            Math.Min(pageRows, TableConnection.MaxPageRows),
            columns,
            cancellationToken);
}
