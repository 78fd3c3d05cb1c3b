using NCrontab;

namespace Payshift.Cli.Schedules;

/// <summary>A timer's NCRONTAB expression: six fields, seconds first, in UTC.</summary>
/// <seealso href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions"/>
internal sealed class Schedule
{
    private const int Fields = 6;

    private readonly CrontabSchedule _schedule;

    private Schedule(string expression, CrontabSchedule schedule) => (Expression, _schedule) = (expression, schedule);

    public string Expression { get; }

    /// <returns>The schedule, or null and what is wrong with the expression.</returns>
    public static (Schedule? Schedule, string? Problem) Read(string expression, DateTimeOffset now)
    {
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields)
        {
            return (null, $"it has {fields.Length} fields, not six: second, minute, hour, day, month, day of the week");
        }

        Schedule? schedule = null;
        try
        {
            var text = string.Join(' ', fields);
            schedule = new Schedule(text, CrontabSchedule.Parse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }));
        }
        catch (CrontabException exception)
        {
            return (null, exception.Message.ReplaceLineEndings(" ").TrimEnd('.'));
        }

        return schedule.Next(now, 1).Any() ? (schedule, null) : (null, "there is no such day");
    }

    /// <returns>The next runs; fewer where there are no more.</returns>
    public IEnumerable<DateTimeOffset> Next(DateTimeOffset after, int count) =>
        _schedule.GetNextOccurrences(after.UtcDateTime, DateTime.MaxValue).Take(count).Select(run => new DateTimeOffset(run, TimeSpan.Zero));
}
