namespace Payshift.Core.Storage.Rollups;

/// <summary>Hours of batches, rolled up.</summary>
public interface IRollupStore
{
    /// <summary>Writes an hour, unless one of more batches is kept: nobody who saw less replaces it.</summary>
    /// <exception cref="StorageUnavailableException">Not all was written.</exception>
    Task WriteAsync(HourRollup rollup, CancellationToken cancellationToken);

    /// <returns>The rolled hours from one time on and before another, in no order.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<IReadOnlyList<HourRollup>> ReadAsync(DateTimeOffset since, DateTimeOffset before, CancellationToken cancellationToken);
}
