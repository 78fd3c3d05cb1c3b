namespace Payshift.Core.Storage.Audit;

/// <summary>What can be done by hand.</summary>
public enum AuditAction
{
    Retry,
    RetryAll,
    Process,
    Cleanup,
    Pause,
    Resume,
}
