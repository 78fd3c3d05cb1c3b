namespace Payshift.Core.Storage.Audit;

/// <summary>The progress of an action.</summary>
public enum AuditOutcome
{
    /// <summary>It began. Where it stays so, the process ended before the action did.</summary>
    Begun,

    Done,

    /// <summary>It ended with an error; part of it may have taken effect.</summary>
    Failed,
}
