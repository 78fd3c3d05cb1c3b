namespace Payshift.Core.Receiving;

/// <summary>The bounds of an answer while Redis is out of reach.</summary>
internal static class OverflowLimits
{
    /// <summary>
    /// The most impatient providers give up after 5 s. Redis has had 1.25 s of them by then, and the way back takes some.
    /// </summary>
    public static readonly TimeSpan InboxTimeout = TimeSpan.FromMilliseconds(2500);

    /// <summary>The time for which Redis is left alone once it failed: far below the 5 s within which its return is to be noticed.</summary>
    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Slightly longer than a call to Redis takes to time out, so that what succeeded before the outage does not count for long.
    /// </summary>
    public static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(2);

    public const double FailureRatio = 0.5;

    public const int MinimumThroughput = 2;
}
