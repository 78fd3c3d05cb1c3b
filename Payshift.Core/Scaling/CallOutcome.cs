namespace Payshift.Core.Scaling;

/// <summary>The outcome of a call that engages an instance.</summary>
internal enum CallOutcome
{
    /// <summary>The instance processed.</summary>
    Processed,

    /// <summary>The key was not accepted.</summary>
    Refused,

    /// <summary>Another answer than that of a run.</summary>
    Failed,

    /// <summary>No answer.</summary>
    Unanswered,
}
