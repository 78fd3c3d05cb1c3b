namespace Payshift.Core.Storage;

/// <summary>One row a batch, which analytics read.</summary>
public interface IBatchStore
{
    /// <exception cref="StorageUnavailableException">The row was not written.</exception>
    Task RecordAsync(BatchRecord record, CancellationToken cancellationToken);
}
