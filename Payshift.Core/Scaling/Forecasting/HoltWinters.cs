namespace Payshift.Core.Scaling.Forecasting;

/// <summary>
/// Holt-Winters' additive method with a damped trend; without a season, Holt's linear method with a damped trend.
/// </summary>
/// <remarks>
/// C. C. Holt, Forecasting seasonals and trends by exponentially weighted moving averages (1957); P. R. Winters, Forecasting
/// sales by exponentially weighted moving averages (1960); damped after Gardner and McKenzie (1985). Here in the
/// error-correction form of R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, chapter 8.
/// </remarks>
internal sealed class HoltWinters
{
    private readonly SmoothingParameters _parameters;
    private readonly double[] _season;
    private double _level;
    private double _trend;
    private int _next;

    private HoltWinters(SmoothingParameters parameters, double level, double[] season) =>
        (_parameters, _level, _season) = (parameters, level, season);

    /// <summary>Begins with the level and the season that the first two seasons show; without a season, with the first count.</summary>
    /// <param name="counts">At least two seasons, or one count where <paramref name="seasonLength"/> is 0.</param>
    /// <param name="seasonLength">Steps a season, 0 for none.</param>
    public static HoltWinters Start(ReadOnlySpan<double> counts, int seasonLength, SmoothingParameters parameters)
    {
        if (seasonLength == 0)
        {
            return new HoltWinters(parameters with { Season = 0 }, counts[0], [0]);
        }

        var first = Mean(counts[..seasonLength]);
        var second = Mean(counts[seasonLength..(2 * seasonLength)]);
        var season = new double[seasonLength];
        for (var i = 0; i < seasonLength; i++)
        {
            season[i] = (counts[i] - first + counts[seasonLength + i] - second) / 2;
        }

        return new HoltWinters(parameters, first, season);
    }

    /// <param name="ahead">Steps, 1 for the next one.</param>
    /// <returns>What is expected of that step; never negative.</returns>
    public double Expect(int ahead) => Math.Max(0, Forecast(ahead));

    /// <summary>Takes in the count of the next step.</summary>
    public void Observe(double count)
    {
        var error = count - Forecast(1);
        var trend = _parameters.Damping * _trend;
        _level += trend + _parameters.Level * error;
        _trend = trend + _parameters.Level * _parameters.Trend * error;
        _season[_next] += _parameters.Season * error;
        _next = (_next + 1) % _season.Length;
    }

    /// <returns>
    /// By how much the standard deviation of a forecast so far ahead exceeds that of the next step: Hyndman, Koehler, Ord and
    /// Snyder, Forecasting with Exponential Smoothing (2008), table 6.1.
    /// </returns>
    public double Spread(int ahead)
    {
        var variance = 1.0;
        var damping = 0.0;
        for (var i = 1; i < ahead; i++)
        {
            damping = _parameters.Damping * (1 + damping);
            var weight = _parameters.Level * (1 + _parameters.Trend * damping) + (i % _season.Length == 0 ? _parameters.Season : 0);
            variance += weight * weight;
        }

        return Math.Sqrt(variance);
    }

    private double Forecast(int ahead)
    {
        var damping = 0.0;
        for (var i = 0; i < ahead; i++)
        {
            damping = _parameters.Damping * (1 + damping);
        }

        return _level + damping * _trend + _season[(_next + ahead - 1) % _season.Length];
    }

    private static double Mean(ReadOnlySpan<double> counts)
    {
        var sum = 0.0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum / counts.Length;
    }
}
