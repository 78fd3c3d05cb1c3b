using Azure.Data.Tables;

namespace Payshift.Core.Storage.Inbox;

/// <inheritdoc cref="IInboxTable"/>
internal sealed class InboxTable(TableConnection tables, IOptions<TableOptions> options) : IInboxTable
{
    /// <summary>A transaction takes 4 MiB, in which bytes stand as base64, a third longer.</summary>
    private const long MaxTransactionBytes = 2_500_000;

    private readonly int _buckets = options.Value.Buckets;

    public Task AddAsync(IReadOnlyList<Webhook> webhooks, CancellationToken cancellationToken) => Task.WhenAll(
        // A transaction refuses the same row twice, and a delivery may name an event twice.
        from partition in webhooks.DistinctBy(webhook => webhook.Id).Select(webhook => InboxEntity.From(webhook, _buckets)).GroupBy(row => row.Entity.PartitionKey)
        from rows in partition.ChunkBy(TableConnection.MaxTransactionRows, MaxTransactionBytes, row => row.Length)
        select tables.UpsertAsync(TableNames.Inbox, rows.Select(row => row.Entity), cancellationToken));

    public Task<IReadOnlyList<InboxRow>> ReadAsync(int count, CancellationToken cancellationToken) =>
        tables.UseAsync<IReadOnlyList<InboxRow>>(TableNames.Inbox, TableOperations.Query, async table =>
        {
            var rows = new List<InboxRow>();
            await foreach (var entity in table.QueryAsync<TableEntity>(maxPerPage: count, cancellationToken: cancellationToken))
            {
                rows.Add(InboxEntity.ToRow(entity));
                if (rows.Count == count)
                {
                    break;
                }
            }

            return rows;
        });

    public Task RemoveAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken) =>
        tables.UseAsync(TableNames.Inbox, TableOperations.Delete, async table =>
        {
            await Task.WhenAll(
                from partition in rows.Select(row => (row.PartitionKey, row.RowKey)).GroupBy(row => row.PartitionKey)
                from chunk in partition.Chunk(TableConnection.MaxTransactionRows)
                select TableConnection.DeleteAsync(table, chunk, cancellationToken));
            return true;
        });
}
