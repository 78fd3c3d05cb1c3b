namespace Payshift.Core.Storage.CleanupMarks;

/// <summary>How far each part of the cleanup came.</summary>
public interface ICleanupMarks
{
    /// <returns>All marks by name.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<IReadOnlyDictionary<string, CleanupMark>> ReadAsync(CancellationToken cancellationToken);

    /// <exception cref="StorageUnavailableException">Table Storage did not take it.</exception>
    Task WriteAsync(string name, CleanupMark mark, CancellationToken cancellationToken);
}
