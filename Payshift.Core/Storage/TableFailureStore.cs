namespace Payshift.Core.Storage;

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
}
