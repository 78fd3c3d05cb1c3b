namespace Payshift.Core.Storage.Failures;

/// <summary>Permanent failures for operators.</summary>
public interface IFailureReader
{
    /// <param name="continuation">Of the page before; null for the first one.</param>
    /// <param name="limit">Failures a page.</param>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<FailurePage> ListAsync(FailureFilter filter, string? continuation, int limit, CancellationToken cancellationToken);

    /// <returns>Null where no such failure is kept.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<StoredFailure?> FindAsync(FailureId id, CancellationToken cancellationToken);

    /// <summary>Notes who retried a failure, unless its row changed since it was read.</summary>
    /// <returns>Whether it was noted.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<bool> MarkRetriedAsync(StoredFailure failure, string by, DateTimeOffset at, CancellationToken cancellationToken);
}
