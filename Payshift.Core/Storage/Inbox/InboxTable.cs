using Azure.Data.Tables;

namespace Payshift.Core.Storage.Inbox;

/// <inheritdoc cref="IInboxTable"/>
internal sealed class InboxTable(TableConnection tables, IOptions<TableOptions> options) : IInboxTable
{
    /// <summary>A transaction takes 4 MiB, in which bytes stand as base64, a third longer.</summary>
    private const long MaxTransactionBytes = 2_500_000;

    private static readonly string[] Keys = ["PartitionKey", "RowKey"];

    private readonly int _buckets = options.Value.Buckets;

    public Task AddAsync(IReadOnlyList<Webhook> webhooks, CancellationToken cancellationToken) => Task.WhenAll(
        // A transaction refuses the same row twice, and a delivery may name an event twice.
        from partition in webhooks.DistinctBy(webhook => webhook.Id).Select(webhook => InboxEntity.From(webhook, _buckets)).GroupBy(row => row.Entity.PartitionKey)
        from rows in partition.ChunkBy(TableConnection.MaxTransactionRows, MaxTransactionBytes, row => row.Length)
        select tables.UpsertAsync(TableNames.Inbox, rows.Select(row => row.Entity), cancellationToken));

    public Task<IReadOnlyList<InboxRow>> ReadAsync(int count, CancellationToken cancellationToken) =>
        ReadAsync(count, null, InboxEntity.ToRow, cancellationToken);

    public Task RemoveAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken) =>
        tables.UseAsync(TableNames.Inbox, TableOperations.Delete, async table =>
        {
            await Task.WhenAll(
                from partition in rows.Select(row => (row.PartitionKey, row.RowKey)).GroupBy(row => row.PartitionKey)
                from chunk in partition.Chunk(TableConnection.MaxTransactionRows)
                select TableConnection.DeleteAsync(table, chunk, cancellationToken));
            return true;
        });

    public async Task<InboxBacklog> InspectAsync(CancellationToken cancellationToken)
    {
        var waiting = await ReadAsync(InboxBacklog.MaxRows, Keys, entity => entity.RowKey, cancellationToken);
        // Keys sort by time, whatever their partition.
        var oldest = waiting.Min(StringComparer.Ordinal);
        return new InboxBacklog(waiting.Count, oldest is not null && InboxKeys.TryParse(oldest, out var receivedAt, out _) ? receivedAt : null);
    }

    private Task<IReadOnlyList<T>> ReadAsync<T>(int count, string[]? columns, Func<TableEntity, T> read, CancellationToken cancellationToken) =>
        tables.UseAsync<IReadOnlyList<T>>(TableNames.Inbox, TableOperations.Query, async table =>
        {
            var found = new List<T>();
            await foreach (var entity in table.QueryAsync<TableEntity>(maxPerPage: count, select: columns, cancellationToken: cancellationToken))
            {
                found.Add(read(entity));
                if (found.Count == count)
                {
                    break;
                }
            }

            return found;
        });
}
