using Payshift.Core.Scaling.Forecasting;

namespace Payshift.Tests.Scaling.Forecasting;

/// <summary>The eighth day, forecast step by step from the seven before it, against what anybody would guess.</summary>
public sealed class SyntheticDaysTests
{
    private const int Days = 8;
    private const int Every = 3;
    private const int LastDay = (Days - 1) * SyntheticDays.StepsPerDay;

    [Theory]
    [InlineData(5)]
    [InlineData(100)]
    [InlineData(5000)]
    public void Flat_days_are_forecast_better_than_by_the_last_count_or_yesterday(double rate)
    {
        var accuracy = Judge((_, _) => rate);

        Assert.InRange(accuracy.Forecast, 0, 0.85 * accuracy.LastValue);
        Assert.InRange(accuracy.Forecast, 0, 0.85 * accuracy.Yesterday);
        Assert.InRange(accuracy.Above, 0, 0.1);
    }

    [Fact]
    public void A_daily_wave_is_forecast_better_than_by_the_last_count_or_yesterday()
    {
        var accuracy = Judge((_, step) => SyntheticDays.Daily(step, 50, 3000));

        Assert.InRange(accuracy.Forecast, 0, 0.9 * accuracy.LastValue);
        Assert.InRange(accuracy.Forecast, 0, 0.9 * accuracy.Yesterday);
        Assert.InRange(accuracy.Above, 0, 0.1);
    }

    [Fact]
    public void A_daily_wave_that_grows_is_not_taken_for_yesterdays()
    {
        var accuracy = Judge((day, step) => Math.Pow(1.2, day) * SyntheticDays.Daily(step, 50, 1000));

        Assert.InRange(accuracy.Forecast, 0, 0.5 * accuracy.Yesterday);
    }

    [Fact]
    public void A_level_that_doubles_is_followed_within_the_hour()
    {
        var counts = SyntheticDays.Make(Days, seed: 4, (day, step) => day == Days - 1 && step >= 144 ? 2000 : 1000);

        var forecast = Next(counts, until: LastDay + 144 + 12);

        Assert.InRange(forecast.Expected[0], 1700, 2300);
    }

    [Fact]
    public void A_peak_of_every_evening_is_expected_before_it_begins()
    {
        var counts = SyntheticDays.Make(Days, seed: 5, (_, step) => step is >= 240 and < 246 ? 5000 : 300);

        var before = Next(counts, until: LastDay + 239);
        var within = Next(counts, until: LastDay + 240);

        Assert.InRange(before.Expected[0], 200, 800);
        Assert.InRange(within.Expected[0], 4000, 6000);
    }

    [Fact]
    public void A_peak_that_came_once_raises_the_bound_neither_at_once_nor_a_day_later()
    {
        var counts = SyntheticDays.Make(Days, seed: 6, (day, step) => day == Days - 2 && step is >= 120 and < 126 ? 5000 : 300);

        Assert.InRange(Next(counts, until: LastDay - SyntheticDays.StepsPerDay + 126 + 24).Upper[0], 300, 600);
        Assert.InRange(Next(counts, until: LastDay + 60).Upper[0], 300, 600);
        Assert.InRange(Next(counts, until: LastDay + 120).Upper[0], 300, 2500);
    }

    [Fact]
    public void Days_without_arrivals_are_expected_to_stay_so()
    {
        var forecast = ArrivalForecaster.Forecast(new double[LastDay], SyntheticDays.StepsPerDay, ahead: 12);

        Assert.All(forecast.Expected, expected => Assert.Equal(0, expected));
        Assert.All(forecast.Upper, upper => Assert.InRange(upper, 0, 2));
    }

    [Fact]
    public void Nothing_is_ever_expected_to_be_negative()
    {
        var counts = SyntheticDays.Make(Days, seed: 7, (_, step) => step < 200 ? 1000 : 0);

        for (var until = LastDay + 190; until < LastDay + 210; until++)
        {
            Assert.All(Next(counts, until, ahead: 12).Expected, expected => Assert.True(expected >= 0));
        }
    }

    [Fact]
    public void An_hour_that_nobody_noted_does_not_spoil_the_day()
    {
        var counts = SyntheticDays.Make(Days, seed: 8, (_, step) => SyntheticDays.Daily(step, 50, 3000));
        for (var day = 0; day < Days; day++)
        {
            // What is missing is taken to have been steady.
            var gap = counts.AsSpan(day * SyntheticDays.StepsPerDay + 24 * day, 12);
            gap.Fill(gap.ToArray().Average());
        }

        var accuracy = Accuracy.Of(counts, SyntheticDays.StepsPerDay, LastDay, Every);

        Assert.InRange(accuracy.Forecast, 0, accuracy.LastValue);
        Assert.InRange(accuracy.Forecast, 0, accuracy.Yesterday);
    }

    [Fact]
    public void With_less_than_two_days_the_trend_alone_is_followed()
    {
        var rising = Enumerable.Range(0, 40).Select(step => 100.0 + 10 * step).ToArray();

        var forecast = ArrivalForecaster.Forecast(rising, SyntheticDays.StepsPerDay, ahead: 2);

        Assert.InRange(forecast.Expected[0], 490, 510);
        Assert.InRange(forecast.Expected[1], 495, 520);
        Assert.True(forecast.Upper[1] > forecast.Expected[1]);
    }

    [Fact]
    public void Nothing_known_is_nothing_expected()
    {
        var forecast = ArrivalForecaster.Forecast([], SyntheticDays.StepsPerDay, ahead: 3);

        Assert.Equal([0, 0, 0], forecast.Expected);
        Assert.Equal([0, 0, 0], forecast.Upper);
    }

    private static ArrivalForecast Next(double[] counts, int until, int ahead = 1) =>
        ArrivalForecaster.Forecast(counts.AsSpan(0, until), SyntheticDays.StepsPerDay, ahead);

    private static Accuracy Judge(Func<int, int, double> rate) =>
        Accuracy.Of(SyntheticDays.Make(Days, seed: 1, rate), SyntheticDays.StepsPerDay, LastDay, Every);
}
