using Payshift.Core.Operations.Stats;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Scaling.History;

namespace Payshift.Tests.Operations.Stats;

public sealed class RateWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 3, TimeSpan.Zero);

    [Fact]
    public void Rates_are_those_of_the_window()
    {
        TotalsSample[] samples = [Sample(-60, 0, 0, 0), Sample(-5, 1000, 400, 100), Sample(-1, 1100, 470, 110), Sample(0, 1120, 496, 114)];

        Assert.Equal((60, 20, 30), Rounded(RateWindow.Of(samples, 1)!));
        Assert.Equal((300, 24, 22), Rounded(RateWindow.Of(samples, 5)!));
        Assert.Equal((3600, 18.7, 10.2), Rounded(RateWindow.Of(samples, 60)!));
        Assert.Equal(96.0 / 110, RateWindow.Of(samples, 5)!.SuccessRate);
        Assert.Equal(14.0 / 110, RateWindow.Of(samples, 5)!.FailureRate);
    }

    [Fact]
    public void A_window_says_how_long_it_really_is()
    {
        Assert.Equal(120, RateWindow.Of([Sample(-2, 0, 0, 0), Sample(0, 10, 0, 0)], 60)!.Seconds);
        Assert.Equal(120, RateWindow.Of([Sample(-2, 0, 0, 0), Sample(0, 10, 0, 0)], 1)!.Seconds);
        Assert.Null(RateWindow.Of([Sample(0, 10, 0, 0)], 1));
    }

    [Fact]
    public void Totals_that_fell_count_nothing()
    {
        var window = RateWindow.Of([Sample(-1, 500, 400, 3), Sample(0, 10, 0, 0)], 1)!;
        Assert.Equal((0, 0, null), (window.InPerMinute, window.OutPerMinute, window.SuccessRate));
    }

    private static TotalsSample Sample(int minutes, long received, long processed, long failed) =>
        new(Now.AddMinutes(minutes), new QueueCounters(received, 0, processed, 0, failed, 0));

    private static (double Seconds, double In, double Out) Rounded(RateWindow window) =>
        (window.Seconds, Math.Round(window.InPerMinute, 1), Math.Round(window.OutPerMinute, 1));
}
