namespace Payshift.Core.Storage.Batches;

/// <summary>One row a batch, which analytics read.</summary>
public interface IBatchStore
{
    /// <summary>Writes rows in as few requests as their days allow.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task RecordAsync(IReadOnlyList<BatchRecord> records, CancellationToken cancellationToken);
}
