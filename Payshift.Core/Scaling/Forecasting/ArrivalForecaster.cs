namespace Payshift.Core.Scaling.Forecasting;

/// <summary>The forecast of counts from their own past.</summary>
internal static class ArrivalForecaster
{
    /// <summary>The share of steps that should stay under the upper bound.</summary>
    private const double Coverage = 0.95;

    /// <summary>Counts of independent events scatter at least so much: the 95th percentile of the standard normal distribution.</summary>
    private const double LeastDeviations = 1.645;

    /// <summary>Fewer errors than this say nothing of their distribution.</summary>
    private const int FewErrors = 20;

    private static readonly SmoothingParameters[] Candidates =
    [
        .. from level in new[] { 0.05, 0.2, 0.4, 0.7, 1 }
           from trend in new[] { 0.05, 0.3, 0.6 }
           from season in new[] { 0.05, 0.15, 0.4 }
           select new SmoothingParameters(level, trend, season, Damping: 0.8),
    ];

    /// <param name="counts">Arrivals of past steps, oldest first. Less than two seasons of them are forecast without a season.</param>
    /// <param name="seasonLength">Steps a season.</param>
    /// <param name="ahead">Steps to forecast, at least 1.</param>
    public static ArrivalForecast Forecast(ReadOnlySpan<double> counts, int seasonLength, int ahead)
    {
        if (counts.IsEmpty)
        {
            return new ArrivalForecast(new double[ahead], new double[ahead]);
        }

        var season = counts.Length >= 2 * seasonLength ? seasonLength : 0;
        var judged = Math.Min(counts.Length - 1, seasonLength);
        ForecastTrial? best = null;
        foreach (var parameters in Candidates)
        {
            var trial = ForecastTrial.Run(counts, season, parameters, judged);
            best = best is null || trial.MeanError < best.MeanError ? trial : best;
        }

        return Read(best!, ahead);
    }

    private static ArrivalForecast Read(ForecastTrial trial, int ahead)
    {
        // Going by rank, a rare peak of yesterday does not raise the bound all day.
        var deviations = trial.Deviations.Length < FewErrors ? 2 * LeastDeviations
            : Math.Max(LeastDeviations, trial.Deviations.Order().ElementAt((int)(Coverage * trial.Deviations.Length)));
        var expected = new double[ahead];
        var upper = new double[ahead];
        for (var i = 0; i < ahead; i++)
        {
            expected[i] = trial.Model.Expect(i + 1);
            upper[i] = expected[i] + deviations * trial.Model.Spread(i + 1) * ForecastTrial.Scale(expected[i]);
        }

        return new ArrivalForecast(expected, upper);
    }
}
