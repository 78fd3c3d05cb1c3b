namespace Payshift.Core.Storage.Expiry;

/// <summary>Removes old rows, a page a call.</summary>
public interface IRowExpiry
{
    /// <summary>Removes rows of days before one, the oldest days first; failures only where they failed before it, too.</summary>
    /// <param name="table">One whose partitions are days.</param>
    /// <exception cref="StorageUnavailableException">Not all of the page was removed.</exception>
    Task<(int Removed, bool HasMore)> RemoveDaysAsync(string table, DateTimeOffset day, CancellationToken cancellationToken);

    /// <summary>
    /// Removes payments of which nothing was recorded since a time, as a whole: of the rows of one that is kept, none is missing.
    /// What leads to a payment goes with it.
    /// </summary>
    /// <param name="position">Where the page before ended; empty for the first one.</param>
    /// <returns>How many rows were removed, and where to go on; null where all payments were gone through.</returns>
    /// <exception cref="StorageUnavailableException">The page was not gone through.</exception>
    Task<(int Removed, string? Next)> RemovePaymentsAsync(DateTimeOffset before, string position, CancellationToken cancellationToken);
}
