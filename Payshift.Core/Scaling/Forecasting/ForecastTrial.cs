namespace Payshift.Core.Scaling.Forecasting;

/// <summary>A model that went through the past, and how far off its forecasts of the next step were towards the end.</summary>
/// <param name="MeanError">Mean absolute error.</param>
/// <param name="Deviations">Errors in units of <see cref="Scale"/>, positive where more came than was expected.</param>
internal sealed record ForecastTrial(HoltWinters Model, double MeanError, double[] Deviations)
{
    /// <summary>Counts scatter with the square root of what is expected, as Poisson's do.</summary>
    public static double Scale(double expected) => Math.Sqrt(Math.Max(1, expected));

    /// <param name="judged">How many of the last steps count.</param>
    public static ForecastTrial Run(ReadOnlySpan<double> counts, int seasonLength, SmoothingParameters parameters, int judged)
    {
        var model = HoltWinters.Start(counts, seasonLength, parameters);
        var deviations = new double[judged];
        var errors = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (i - (counts.Length - judged) is >= 0 and var at)
            {
                var expected = model.Expect(1);
                errors += Math.Abs(counts[i] - expected);
                deviations[at] = (counts[i] - expected) / Scale(expected);
            }

            model.Observe(counts[i]);
        }

        return new ForecastTrial(model, errors / Math.Max(1, judged), deviations);
    }
}
