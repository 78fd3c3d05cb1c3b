namespace Payshift.Core.Storage;

/// <summary>What batches did, for analytics.</summary>
public interface IBatchReader
{
    /// <summary>Batches that began from one time on and before another, in no order.</summary>
    /// <param name="maxRows">Stops after about so many rows.</param>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<BatchRows> ReadAsync(DateTimeOffset since, DateTimeOffset before, int maxRows, CancellationToken cancellationToken);
}
