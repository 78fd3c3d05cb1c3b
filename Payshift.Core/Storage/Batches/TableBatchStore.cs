namespace Payshift.Core.Storage.Batches;

/// <inheritdoc cref="IBatchStore"/>
internal sealed class TableBatchStore(TableConnection tables) : IBatchStore
{
    public Task RecordAsync(IReadOnlyList<BatchRecord> records, CancellationToken cancellationToken) =>
        tables.UpsertAsync(TableNames.Batches, records.Select(BatchEntity.From), cancellationToken);
}
