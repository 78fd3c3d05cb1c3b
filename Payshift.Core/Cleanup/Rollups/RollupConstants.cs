namespace Payshift.Core.Cleanup.Rollups;

/// <summary>The times of roll-ups, and the bounds of one run.</summary>
internal static class RollupConstants
{
    /// <summary>
    /// A batch's row is written at the latest when the run that processed it ends: time budget and batch timeout are ten minutes
    /// together at the most. The lease of a batch, which is as long as it may record anything unless it is renewed, comes on top.
    /// </summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Every hour is rolled up once more when it is this old, for rows that came later all the same: of a handler that took no
    /// notice of its time limit and had its leases renewed, of an instance whose clock was wrong or that stood still.
    /// </summary>
    public static readonly TimeSpan SettledAfter = TimeSpan.FromDays(1);

    /// <summary>No hour is begun later in a run; an hour of 150,000 batches takes about one more minute.</summary>
    public static readonly TimeSpan TimeBudget = TimeSpan.FromMinutes(1);

    /// <summary>So many hours are done again at the most when a run dies.</summary>
    public const int HoursAMark = 24;
}
