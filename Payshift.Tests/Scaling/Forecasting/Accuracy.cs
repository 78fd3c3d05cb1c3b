using Payshift.Core.Scaling.Forecasting;

namespace Payshift.Tests.Scaling.Forecasting;

/// <summary>Mean absolute errors of forecasts of the next step, each made from the knowledge of its time.</summary>
/// <param name="Forecast">Of the forecaster.</param>
/// <param name="LastValue">Of expecting what came last.</param>
/// <param name="Yesterday">Of expecting what came at this time of the day before.</param>
/// <param name="Above">The share of steps that brought more than the upper bound.</param>
internal sealed record Accuracy(double Forecast, double LastValue, double Yesterday, double Above)
{
    /// <param name="every">1 to judge every step, more to judge fewer.</param>
    public static Accuracy Of(double[] counts, int stepsPerDay, int from, int every = 1)
    {
        double forecastError = 0, lastError = 0, yesterdayError = 0, above = 0;
        var steps = 0;
        for (var at = from; at < counts.Length; at += every, steps++)
        {
            var forecast = ArrivalForecaster.Forecast(counts.AsSpan(0, at), stepsPerDay, ahead: 1);
            forecastError += Math.Abs(counts[at] - forecast.Expected[0]);
            lastError += Math.Abs(counts[at] - counts[at - 1]);
            yesterdayError += Math.Abs(counts[at] - counts[at - stepsPerDay]);
            above += counts[at] > forecast.Upper[0] ? 1 : 0;
        }

        return new Accuracy(forecastError / steps, lastError / steps, yesterdayError / steps, above / steps);
    }
}
