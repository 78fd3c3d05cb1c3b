namespace Payshift.Core.Storage.Batches;

/// <summary>What batches did, for analytics and their roll-ups.</summary>
public interface IBatchReader
{
    /// <summary>Batches that began from one time on and before another, in no order.</summary>
    /// <param name="maxRows">Stops after about so many rows.</param>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<BatchRows> ReadAsync(DateTimeOffset since, DateTimeOffset before, int maxRows, CancellationToken cancellationToken);

    /// <summary>Reads all batches that began within one hour, however many there are, without keeping them.</summary>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task ReadEachAsync(DateTimeOffset hour, Action<BatchRecord> read, CancellationToken cancellationToken);

    /// <returns>The first day with a batch, from a day on; null where there is none.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<DateTimeOffset?> FindDayAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
