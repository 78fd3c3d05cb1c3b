namespace Payshift.Core.Storage.Failures;

/// <summary>The table of permanent failures, <c>WebhookFailures</c>.</summary>
public interface IFailureTable
{
    /// <summary>Writes the rows. Writing the same again changes nothing.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task RecordAsync(IReadOnlyList<FailureRecord> records, CancellationToken cancellationToken);

    /// <summary>Reads a page of failures, newest receipt first.</summary>
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

    /// <summary>Removes the rows of webhooks that were processed after all. Those that are gone already are no error.</summary>
    /// <exception cref="StorageUnavailableException">Not all was removed.</exception>
    Task RemoveAsync(IReadOnlyList<Webhook> processed, CancellationToken cancellationToken);

    /// <summary>Removes a page of the failures that were received, and failed for the last time, before a day.</summary>
    /// <exception cref="StorageUnavailableException">Not all of the page was removed.</exception>
    Task<RemovedPage> RemoveBeforeAsync(DateTimeOffset day, CancellationToken cancellationToken);
}
