using Payshift.Core.Scaling.Forecasting;

namespace Payshift.Tests.Scaling.Forecasting;

public sealed class HoltWintersTests
{
    private static readonly SmoothingParameters Parameters = new(Level: 0.5, Trend: 0.4, Season: 0.3, Damping: 0.9);

    [Fact]
    public void A_season_that_repeats_itself_is_forecast_without_error()
    {
        double[] season = [1, 7, 3, 5];
        var model = HoltWinters.Start([.. season, .. season], 4, Parameters);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(season[i % 4], model.Expect(1), 9);
            model.Observe(season[i % 4]);
        }

        Assert.Equal(season, Enumerable.Range(1, 4).Select(model.Expect).Select(expected => Math.Round(expected, 9)));
    }

    [Fact]
    public void Each_part_takes_its_share_of_an_error()
    {
        // By hand: an error of 10 raises the level by 5 and the trend by 2, of which 0.9 is left at the next step.
        var model = HoltWinters.Start([100], 0, Parameters);

        model.Observe(110);

        Assert.Equal(105 + 0.9 * 2, model.Expect(1), 9);
        Assert.Equal(105 + (0.9 + 0.81) * 2, model.Expect(2), 9);
    }

    [Fact]
    public void The_season_takes_its_share_where_it_comes_round_again()
    {
        var model = HoltWinters.Start([0, 0, 0, 0], 2, Parameters with { Level = 0 });

        model.Observe(10);

        Assert.Equal(0, model.Expect(1), 9);
        Assert.Equal(3, model.Expect(2), 9);
    }

    [Fact]
    public void A_forecast_further_ahead_is_less_certain()
    {
        var model = HoltWinters.Start([100], 0, Parameters);

        Assert.Equal(1, model.Spread(1));
        // c1 = α(1 + β*φ)
        Assert.Equal(Math.Sqrt(1 + Math.Pow(0.5 * (1 + 0.4 * 0.9), 2)), model.Spread(2), 9);
        Assert.True(model.Spread(3) > model.Spread(2));
    }
}
