using Payshift.Core.Storage.CleanupMarks;

namespace Payshift.Core.Cleanup.Retention;

/// <summary>The choice of what one run removes.</summary>
internal static class RetentionSchedule
{
    /// <summary>Results are gone through no more often.</summary>
    private static readonly TimeSpan SweepInterval = TimeSpan.FromDays(1);

    /// <summary>Chooses the days that a table by day is to lose.</summary>
    /// <param name="kept">How long rows are kept; null for good.</param>
    /// <param name="latest">Rows of this time and later are kept in any case.</param>
    /// <param name="mark">Of the runs before; null where there was none.</param>
    /// <returns>The day before which rows go; null where there is nothing to do.</returns>
    public static DateTimeOffset? DayOf(TimeSpan? kept, DateTimeOffset now, DateTimeOffset latest, CleanupMark? mark)
    {
        if (kept is not { } age)
        {
            return null;
        }

        var before = now - age < latest ? now - age : latest;
        var day = new DateTimeOffset(before.UtcDateTime.Date, TimeSpan.Zero);
        return mark is { Position: null } && day <= mark.Until ? null : day;
    }

    /// <param name="kept">How long payments are kept; null for good.</param>
    /// <param name="mark">Of the runs before; null where there was none.</param>
    /// <returns>The time before which payments go; null where none do, or the sweep before ended within a day.</returns>
    /// <remarks>A sweep that is under way goes on with the time of now: what is removed follows the setting.</remarks>
    public static DateTimeOffset? SweepOf(TimeSpan? kept, DateTimeOffset now, CleanupMark? mark) =>
        kept is not { } age || (mark is { Position: null } && now - age < mark.Until + SweepInterval) ? null : now - age;
}
