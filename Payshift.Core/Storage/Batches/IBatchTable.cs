namespace Payshift.Core.Storage.Batches;

/// <summary>The table of batches, <c>WebhookBatches</c>: one row a batch, partitioned by day.</summary>
public interface IBatchTable
{
    /// <summary>Writes rows in as few requests as their days allow.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task RecordAsync(IReadOnlyList<BatchRecord> records, CancellationToken cancellationToken);

    /// <summary>Reads a page of batches, newest first.</summary>
    /// <param name="continuation">Of the page before; null for the first one.</param>
    /// <param name="limit">Batches a page, at most <see cref="BatchPage.MaxSize"/>.</param>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<BatchPage> ListAsync(BatchFilter filter, string? continuation, int limit, CancellationToken cancellationToken);

    /// <summary>Reads the batches that began from one time on and before another, in no order.</summary>
    /// <param name="maxRows">Stops after about so many rows.</param>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<BatchRows> ReadAsync(DateTimeOffset since, DateTimeOffset before, int maxRows, CancellationToken cancellationToken);

    /// <summary>Reads all batches that began within one hour, however many there are, without keeping them.</summary>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task ReadEachAsync(DateTimeOffset hour, Action<BatchRecord> read, CancellationToken cancellationToken);

    /// <returns>The first day with a batch, from a day on; null where there is none.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<DateTimeOffset?> FindDayAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Removes a page of the batches that began before a day.</summary>
    /// <exception cref="StorageUnavailableException">Not all of the page was removed.</exception>
    Task<RemovedPage> RemoveBeforeAsync(DateTimeOffset day, CancellationToken cancellationToken);
}
