namespace Payshift.Tests.Scaling.Forecasting;

public sealed class RecordedDaysTests
{
    private static readonly Accuracy Accuracy =
        Accuracy.Of(RecordedDays.Read(), RecordedDays.StepsPerDay, from: 3 * RecordedDays.StepsPerDay);

    [Fact]
    public void Forecasts_err_less_than_half_as_much_as_yesterday_did() =>
        Assert.InRange(Accuracy.Forecast, 0, 0.5 * Accuracy.Yesterday);

    [Fact]
    public void Forecasts_err_less_than_what_came_last() =>
        Assert.InRange(Accuracy.Forecast, 0, 0.8 * Accuracy.LastValue);

    [Fact]
    public void Few_half_hours_bring_more_than_the_upper_bound() => Assert.InRange(Accuracy.Above, 0, 0.1);
}
