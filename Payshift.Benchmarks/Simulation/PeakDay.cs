namespace Payshift.Benchmarks.Simulation;

/// <summary>A week and a day of arrivals with a peak on the last, the same for the same seed.</summary>
internal sealed class PeakDay
{
    private const double Trough = 150;
    private const double Noon = 800;

    /// <summary>How fast a peak wears off, in minutes.</summary>
    private const double Decay = 20;

    private readonly Random _random;

    /// <param name="peakMinute">Minute of the day at which the peak begins.</param>
    /// <param name="peakRate">Webhooks a minute that it adds as it begins.</param>
    /// <param name="recurs">Whether the days before had a peak at this minute too, a smaller one.</param>
    public PeakDay(int seed, int peakMinute, double peakRate, bool recurs)
    {
        _random = new Random(seed);
        var days = Enumerable.Range(0, SimulationConstants.HistoryDays)
            .Select(_ => recurs ? peakRate * (0.6 + 0.3 * _random.NextDouble()) : 0)
            .Append(peakRate);
        Seconds = [.. days.SelectMany(peak => Day(peakMinute, peak))];
    }

    /// <summary>Arrivals in each second, the days before included.</summary>
    public int[] Seconds { get; }

    private IEnumerable<int> Day(int peakMinute, double peakRate) => Enumerable.Range(0, SimulationConstants.DaySeconds).Select(second =>
    {
        var minute = second / 60.0;
        var wave = Trough + (Noon - Trough) * (1 - Math.Cos(2 * Math.PI * (minute / SimulationConstants.DayMinutes - 1 / 6.0))) / 2;
        var peak = minute < peakMinute ? 0 : peakRate * Math.Exp((peakMinute - minute) / Decay);
        return Poisson((wave + peak) / 60);
    });

    /// <summary>Knuth's method: products of draws until they fall below e^-rate.</summary>
    private int Poisson(double rate)
    {
        var limit = Math.Exp(-rate);
        var count = 0;
        for (var product = _random.NextDouble(); product > limit; product *= _random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
