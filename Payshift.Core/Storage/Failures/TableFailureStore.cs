namespace Payshift.Core.Storage.Failures;

/// <inheritdoc cref="IFailureStore"/>
/// <remarks>
/// The key follows the time of receipt, not of failure: a worker that died between recording and acknowledging
/// leads to the same row again.
/// </remarks>
internal sealed class TableFailureStore(TableConnection tables) : IFailureStore
{
    public Task RecordAsync(IReadOnlyList<FailureRecord> records, CancellationToken cancellationToken) =>
        // One row a request: with their payloads, a hundred would exceed a transaction's 4 MiB.
        Task.WhenAll(records.Select(record => tables.UpsertAsync(TableNames.Failures, [FailureEntity.From(record)], cancellationToken)));

    public Task RemoveAsync(IReadOnlyList<Webhook> processed, CancellationToken cancellationToken) =>
        Task.WhenAll(processed.Select(webhook => RemoveAsync(new FailureId(webhook.ReceivedAt, webhook.Id), cancellationToken)));

    private Task<bool> RemoveAsync(FailureId id, CancellationToken cancellationToken)
    {
        var (partition, row) = FailureEntity.KeyOf(id);
        return tables.UseAsync(TableNames.Failures, TableOperations.Delete, async table =>
        {
            // One that is not there answers 404, which the client takes for done.
            await table.DeleteEntityAsync(partition, row, cancellationToken: cancellationToken);
            return true;
        });
    }
}
