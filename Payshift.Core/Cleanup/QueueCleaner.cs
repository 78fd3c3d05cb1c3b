namespace Payshift.Core.Cleanup;

/// <summary>Brings back what dead workers held and puts away what waited too long.</summary>
public sealed class QueueCleaner
{
    public Task<CleanupSummary> CleanAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
