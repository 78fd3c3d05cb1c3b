namespace Payshift.Core.Storage.Audit;

/// <summary>What was done by hand, newest first.</summary>
public interface IAuditStore
{
    /// <summary>Writes an entry, over the one of the same id and time.</summary>
    /// <exception cref="StorageUnavailableException">Table Storage did not take it.</exception>
    Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Entries of actions that began from one time on and before another.</summary>
    /// <param name="continuation">Of the page before; null for the first one.</param>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    Task<AuditPage> ListAsync(DateTimeOffset since, DateTimeOffset before, string? continuation, int limit, CancellationToken cancellationToken);
}
