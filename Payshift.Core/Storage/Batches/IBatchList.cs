namespace Payshift.Core.Storage.Batches;

/// <summary>What batches did, one by one, for operators.</summary>
public interface IBatchList
{
    /// <param name="continuation">Of the page before; null for the first one.</param>
    /// <param name="limit">Batches a page, at most <see cref="BatchPage.MaxSize"/>.</param>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<BatchPage> ListAsync(BatchFilter filter, string? continuation, int limit, CancellationToken cancellationToken);
}
