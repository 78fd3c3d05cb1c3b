namespace Payshift.Core.Storage.Failures;

/// <summary>The status of a failure. One whose webhook was processed after all is no longer kept.</summary>
public enum FailureStatus
{
    /// <summary>Nobody has retried it since it failed.</summary>
    Open,

    /// <summary>It was retried by hand, and the outcome is not recorded yet.</summary>
    Retried,
}
