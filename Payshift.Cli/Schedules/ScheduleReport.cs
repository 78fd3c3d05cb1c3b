namespace Payshift.Cli.Schedules;

/// <summary>A setting, its expression, and when it runs next.</summary>
internal sealed record ScheduleReport(string Setting, string Expression, IReadOnlyList<DateTimeOffset> NextRuns)
{
    private const int Shown = 5;

    public static ScheduleReport Of(string setting, Schedule schedule, DateTimeOffset now) =>
        new(setting, schedule.Expression, [.. schedule.Next(now, Shown)]);
}
