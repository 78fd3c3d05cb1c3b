using System.Globalization;

namespace Payshift.Tests.Scaling.Forecasting;

/// <summary>Counts of real events, as <c>recorded-days.csv</c> tells.</summary>
internal static class RecordedDays
{
    /// <summary>Half hours.</summary>
    public const int StepsPerDay = 48;

    public static double[] Read() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "Payshift.Tests", "Scaling", "Forecasting", "recorded-days.csv"))
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(','))
            .Select(count => double.Parse(count, CultureInfo.InvariantCulture)),
    ];
}
