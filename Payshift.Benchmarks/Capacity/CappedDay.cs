namespace Payshift.Benchmarks.Capacity;

/// <summary>A day whose arrivals swing around their mean, drained no faster than a cap: what waits, and how long.</summary>
/// <param name="LargestBacklog">Webhooks.</param>
/// <param name="LongestDelay">Of the webhook that waits longest, in seconds; infinite where the backlog is left over at the end of the day.</param>
internal sealed record CappedDay(double LargestBacklog, double LongestDelay)
{
    private const int Minutes = 24 * 60;

    /// <summary>How pointed the peak is: the arrivals go with this power of a sine's half wave, over a floor.</summary>
    private const double Sharpness = 12;

    /// <param name="meanPerSecond">Arrivals, over the whole day.</param>
    /// <param name="capPerSecond">What can be processed.</param>
    public static CappedDay Simulate(double meanPerSecond, double peakFactor, double capPerSecond)
    {
        var wave = Enumerable.Range(0, Minutes).Select(minute => Math.Pow(Math.Sin(Math.PI * minute / Minutes), Sharpness)).ToArray();
        // Arrivals are floor + height x wave, with the mean and the peak that are asked for.
        var height = (peakFactor - 1) / (1 - wave.Average());
        var floor = 1 - height * wave.Average();
        if (floor < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(peakFactor), "A peak so high takes a sharper wave.");
        }

        double backlog = 0, largest = 0;
        foreach (var share in wave)
        {
            backlog = Math.Max(0, backlog + 60 * (meanPerSecond * (floor + height * share) - capPerSecond));
            largest = Math.Max(largest, backlog);
        }

        return new CappedDay(largest, backlog > 0 ? double.PositiveInfinity : largest / capPerSecond);
    }
}
