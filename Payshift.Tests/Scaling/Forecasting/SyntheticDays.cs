namespace Payshift.Tests.Scaling.Forecasting;

/// <summary>Days of counts made by a rate and chance, the same for the same seed.</summary>
internal static class SyntheticDays
{
    /// <summary>Five minutes a step.</summary>
    public const int StepsPerDay = 288;

    /// <param name="rate">Expected arrivals of a step by day and step of the day.</param>
    public static double[] Make(int days, int seed, Func<int, int, double> rate)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, days * StepsPerDay).Select(step => Poisson(random, rate(step / StepsPerDay, step % StepsPerDay)))];
    }

    /// <summary>From a trough before dawn to a peak in the evening.</summary>
    public static double Daily(int step, double trough, double peak) =>
        trough + (peak - trough) * (1 - Math.Cos(2 * Math.PI * (step - 48) / StepsPerDay)) / 2;

    private static double Poisson(Random random, double rate)
    {
        if (rate > 50)
        {
            // The normal approximation, by Box and Muller's transform.
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return Math.Max(0, Math.Round(rate + normal * Math.Sqrt(rate)));
        }

        var count = -1;
        for (var product = 1.0; product > Math.Exp(-rate); product *= random.NextDouble())
        {
            count++;
        }

        return Math.Max(0, count);
    }
}
