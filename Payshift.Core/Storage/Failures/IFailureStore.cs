namespace Payshift.Core.Storage.Failures;

/// <summary>Permanent failures, newest first.</summary>
public interface IFailureStore
{
    /// <summary>Writes the rows. Writing the same again changes nothing.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task RecordAsync(IReadOnlyList<FailureRecord> records, CancellationToken cancellationToken);

    /// <summary>Removes the rows of webhooks that were processed after all. Those that are gone already are no error.</summary>
    /// <exception cref="StorageUnavailableException">Not all was removed.</exception>
    Task RemoveAsync(IReadOnlyList<Webhook> processed, CancellationToken cancellationToken);
}
