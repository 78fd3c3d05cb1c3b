namespace Payshift.Core.Cleanup.Rollups;

/// <summary>The choice of hours to roll up.</summary>
internal static class RollupSchedule
{
    /// <returns>The hour before which hours are rolled up for the first time: their batches have been recorded.</returns>
    public static DateTimeOffset RolledUntil(DateTimeOffset now, TimeSpan leaseDuration) =>
        Hours.Floor(now - leaseDuration - RollupConstants.LongestRun);

    /// <returns>The hour before which hours are rolled up for the last time.</returns>
    public static DateTimeOffset SettledUntil(DateTimeOffset now) => Hours.Floor(now - RollupConstants.SettledAfter);

    public static bool BeginsDay(DateTimeOffset hour) => hour.TimeOfDay == TimeSpan.Zero;

    /// <summary>Leaves out days without any batch. Within a day with one, an hour without a batch is a row, too.</summary>
    /// <param name="hour">The beginning of a day.</param>
    /// <param name="until">The hour after the last one to be rolled up.</param>
    /// <param name="nextDay">The first day with a batch, from <paramref name="hour"/> on; null where there is none.</param>
    /// <returns>The hour to go on with.</returns>
    /// <remarks>
    /// The last day is not left out: without its rows, nothing would say that the days before were looked at.
    /// </remarks>
    public static DateTimeOffset SkipEmptyDays(DateTimeOffset hour, DateTimeOffset until, DateTimeOffset? nextDay)
    {
        var lastDay = new DateTimeOffset((until - Hours.One).UtcDateTime.Date, TimeSpan.Zero);
        var next = nextDay < lastDay ? nextDay.Value : lastDay;
        return next > hour ? next : hour;
    }
}
