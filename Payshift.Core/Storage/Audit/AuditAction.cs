namespace Payshift.Core.Storage.Audit;

/// <summary>The actions of operators.</summary>
public enum AuditAction
{
    Retry,
    RetryAll,
    Process,
    Cleanup,
    Pause,
    Resume,
}
