using Payshift.Core.Cleanup.Retention;
using Payshift.Core.Storage.CleanupMarks;

namespace Payshift.Tests.Cleanup.Retention;

public sealed class RetentionScheduleTests
{
    private static readonly DateTimeOffset Day = new(2100, 1, 10, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_settings_everything_is_kept()
    {
        Assert.Null(RetentionSchedule.DayOf(null, Day, Day, null));
        Assert.Null(RetentionSchedule.SweepOf(null, Day, null));
        Assert.Null(RetentionSchedule.SweepOf(null, Day, new CleanupMark(Day, "00")));
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 8)]
    [InlineData(23.99, 8)]
    [InlineData(24, 9)]
    public void Only_whole_days_go(double hour, int expected) => Assert.Equal(
        Day.AddDays(expected - 10), RetentionSchedule.DayOf(TimeSpan.FromDays(2), Day.AddHours(hour), Day.AddDays(2), null));

    [Fact]
    public void Rows_that_are_still_needed_stay_however_old_they_are() => Assert.Equal(
        Day.AddDays(-5), RetentionSchedule.DayOf(TimeSpan.FromDays(1), Day, latest: Day.AddDays(-5).AddHours(7), mark: null));

    [Fact]
    public void Nothing_goes_before_anything_was_rolled_up_for_the_last_time() => Assert.Equal(
        DateTimeOffset.MinValue, RetentionSchedule.DayOf(TimeSpan.FromDays(1), Day, DateTimeOffset.MinValue, null));

    [Fact]
    public void A_day_is_done_once_unless_a_run_ended_within_it()
    {
        var done = new CleanupMark(Day.AddDays(-2));
        Assert.Null(RetentionSchedule.DayOf(TimeSpan.FromDays(2), Day.AddHours(5), Day.AddHours(5), done));
        Assert.Equal(Day.AddDays(-2), RetentionSchedule.DayOf(TimeSpan.FromDays(2), Day.AddHours(5), Day.AddHours(5), done with { Position = "..." }));
        Assert.Equal(Day.AddDays(-1), RetentionSchedule.DayOf(TimeSpan.FromDays(2), Day.AddDays(1), Day.AddDays(1), done));
    }

    [Fact]
    public void Results_are_gone_through_once_a_day_and_a_sweep_that_is_under_way_goes_on()
    {
        var kept = TimeSpan.FromDays(7);
        var mark = new CleanupMark(Day.AddDays(-7));

        Assert.Equal(Day.AddDays(-7), RetentionSchedule.SweepOf(kept, Day, null));
        Assert.Null(RetentionSchedule.SweepOf(kept, Day.AddHours(23), mark));
        Assert.Equal(Day.AddDays(-6), RetentionSchedule.SweepOf(kept, Day.AddHours(24), mark));
        Assert.Equal(Day.AddDays(-7).AddHours(1), RetentionSchedule.SweepOf(kept, Day.AddHours(1), mark with { Position = "00a" }));
    }
}
