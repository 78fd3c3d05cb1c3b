namespace Payshift.Core.Scaling;

/// <summary>The outcome of a call that engages an instance.</summary>
internal enum CallOutcome
{
    /// <summary>The instance drained.</summary>
    Drained,

    /// <summary>The key was not accepted.</summary>
    Refused,

    /// <summary>Another answer than that of a drain.</summary>
    Failed,

    /// <summary>No answer.</summary>
    Unanswered,
}
