namespace Payshift.Core.Storage;

/// <summary>The question whether Table Storage answers.</summary>
public interface ITableProbe
{
    /// <summary>Reads no more than a row of results, whichever comes first.</summary>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task PingAsync(CancellationToken cancellationToken);
}
