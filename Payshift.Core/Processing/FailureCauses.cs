namespace Payshift.Core.Processing;

/// <summary>The causes of failed attempts that metrics and logs tell apart: values of <c>error.type</c>.</summary>
internal static class FailureCauses
{
    /// <summary>The handler gave this outcome.</summary>
    public const string Handler = "handler";

    /// <summary>The handler threw.</summary>
    public const string Exception = "exception";

    public const string Timeout = "timeout";
    public const string NoOutcome = "no_outcome";

    /// <summary>The provider does not bear the payment out.</summary>
    public const string Verification = "verification";

    /// <summary>Workers died with it.</summary>
    public const string Crash = "crash";

    /// <summary>It waited too long.</summary>
    public const string Stale = "stale";

    /// <summary>The queue lost it, or it cannot be read.</summary>
    public const string Lost = "lost";
}
