using System.Globalization;
using CsCheck;
using Payshift.Core.Cleanup.Rollups;

namespace Payshift.Tests.Cleanup.Rollups;

public sealed class RollupScheduleTests
{
    private static readonly DateTimeOffset Day = new(2100, 1, 10, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("12:14:00", 11)]
    [InlineData("12:14:59", 11)]
    [InlineData("12:15:00", 12)]
    public void Hours_that_may_get_more_batches_are_not_rolled_up(string now, int expected) => Assert.Equal(
        Day.AddHours(expected), RollupSchedule.RolledUntil(Day + TimeSpan.Parse(now, CultureInfo.InvariantCulture), TimeSpan.FromMinutes(5)));

    [Fact]
    public void An_hour_is_rolled_up_for_the_last_time_a_day_after_its_end()
    {
        Assert.Equal(Day.AddHours(1), RollupSchedule.SettledUntil(Day.AddHours(26).AddTicks(-1)));
        Assert.Equal(Day.AddHours(2), RollupSchedule.SettledUntil(Day.AddHours(26)));
    }

    [Fact]
    public void Nothing_is_left_out_when_cleanup_did_not_run_for_years()
    {
        var last = Day.AddDays(1000);
        DateTimeOffset[] batches = [Day.AddHours(20), Day.AddDays(300), last.AddHours(5)];

        var hours = Roll(Day.AddHours(10), last.AddHours(7), batches);

        Assert.Subset(hours.ToHashSet(), batches.Select(Hours.Floor).ToHashSet());
        Assert.Equal(14 + 24 + 7, hours.Count);
    }

    [Fact]
    public void Every_hour_with_a_batch_and_the_last_hour_are_rolled_up_whatever_days_are_empty() => Gen.Select(
        Gen.Int[0, 1000], Gen.Int[1, 1000], Gen.Int[0, 2000].Array[0, 9]).Sample((from, length, batchHours) =>
    {
        var (start, until) = (Day.AddHours(from), Day.AddHours(from + length));
        DateTimeOffset[] batches = [.. batchHours.Select(hour => Day.AddHours(hour + 0.5))];

        var hours = Roll(start, until, batches);

        Assert.Equal(hours.Distinct().Order(), hours);
        Assert.All(hours, hour => Assert.InRange(hour, start, until - Hours.One));
        Assert.Subset(hours.ToHashSet(), batches.Where(batch => batch >= start && batch < until).Select(Hours.Floor).ToHashSet());
        Assert.Contains(until - Hours.One, hours);
    });

    private static List<DateTimeOffset> Roll(DateTimeOffset hour, DateTimeOffset until, IReadOnlyList<DateTimeOffset> batches)
    {
        var rolled = new List<DateTimeOffset>();
        for (; hour < until; hour += Hours.One)
        {
            if (RollupSchedule.BeginsDay(hour))
            {
                hour = RollupSchedule.SkipEmptyDays(hour, until, DayOf(batches, hour));
            }

            rolled.Add(hour);
        }

        return rolled;
    }

    private static DateTimeOffset? DayOf(IEnumerable<DateTimeOffset> batches, DateTimeOffset since) => batches
        .Where(batch => batch >= since)
        .Order()
        .Select(batch => (DateTimeOffset?)new DateTimeOffset(batch.Date, TimeSpan.Zero))
        .FirstOrDefault();
}
