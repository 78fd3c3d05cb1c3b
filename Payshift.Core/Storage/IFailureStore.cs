namespace Payshift.Core.Storage;

/// <summary>Permanent failures, newest first.</summary>
public interface IFailureStore
{
    /// <summary>Writes the rows. Writing the same again changes nothing.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task RecordAsync(IReadOnlyList<FailureRecord> records, CancellationToken cancellationToken);
}
