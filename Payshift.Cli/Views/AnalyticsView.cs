using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Views;

/// <summary>The display of analytics: the sums and their trend, the series, and the sums by provider and payment method.</summary>
internal static class AnalyticsView
{
    private const int SparklineWidth = 48;

    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Drawn = new(Color.Blue);

    /// <param name="draws">Whether lines and bars are drawn, for people.</param>
    public static void Write(IAnsiConsole console, AnalyticsResponse sheet, bool draws, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            console.WriteRaw(OutputJson.Write(sheet));
            return;
        }

        console.WriteLine($"{Times.Text(sheet.Since)} to {Times.Text(sheet.Until)}, by {sheet.By.ToString().ToLowerInvariant()}", Strong);
        if (!sheet.IsComplete)
        {
            console.WriteLine("more batches than one call reads: the numbers are too low", Bad);
        }

        console.WriteLine();
        console.Write(Sums(sheet, draws, console.Profile.Width));
        // Steps in which nothing happened say nothing; the JSON has them.
        var points = sheet.Series.Where(point => point.Totals is not { Received: 0, Processed: 0, Failed: 0, Retried: 0 }).ToList();
        if (points.Count == 0)
        {
            console.WriteLine();
            console.WriteLine("nothing happened", Quiet);
            return;
        }

        console.WriteLine();
        console.Write(Series(points, draws, console.Profile.Width));
        console.WriteLine();
        console.Write(Groups(sheet.Groups, console.Profile.Width));
    }

    private static Table Sums(AnalyticsResponse sheet, bool draws, int width)
    {
        var (total, before, trend) = (sheet.Total, sheet.Before, sheet.Trend);
        (string Name, string Sum, string Before, string Trend, Func<AnalyticsTotals, long>? Value)[] rows =
        [
            ("received", Number(total.Received), Number(before.Received), Share(trend.Received), totals => totals.Received),
            ("processed", Number(total.Processed), Number(before.Processed), Share(trend.Processed), totals => totals.Processed),
            ("failed", Number(total.Failed), Number(before.Failed), Share(trend.Failed), totals => totals.Failed),
            ("retried", Number(total.Retried), Number(before.Retried), Share(trend.Retried), totals => totals.Retried),
            ("delay, p95", P95(total.Delay), P95(before.Delay), Share(trend.DelayP95), null),
        ];
        List<TextColumn<(string Name, string Sum, string Before, string Trend, Func<AnalyticsTotals, long>? Value)>> columns =
        [
            new("", 9, row => row.Name),
            new("Sum", 8, row => row.Sum, Justify.Right),
            new("Before", 6, row => row.Before, Justify.Right),
            new("Trend", 7, row => row.Trend, Justify.Right),
        ];
        if (draws)
        {
            columns.Add(new("Over time", 1, row => row.Value is { } value ? Sparkline.Of([.. sheet.Series.Select(point => value(point.Totals))], SparklineWidth) : "", Style: _ => Drawn));
        }

        return TextTable.Of(rows, columns, width);
    }

    private static Table Series(List<AnalyticsPoint> points, bool draws, int width)
    {
        var most = points.Max(point => point.Totals.Received);
        List<TextColumn<AnalyticsPoint>> columns = [new("From", 10, point => Times.Text(point.At)), .. Totals<AnalyticsPoint>(point => point.Totals)];
        if (draws)
        {
            columns.Add(new("", 1, point => Sparkline.Bar(point.Totals.Received, most, Math.Clamp(width - 72, 8, 30)), Style: _ => Drawn));
        }

        return TextTable.Of(points, columns, width);
    }

    private static Table Groups(IReadOnlyList<AnalyticsGroup> groups, int width) => TextTable.Of(
        groups,
        [new("Provider", 10, group => group.Provider), new("Method", 9, group => group.PaymentMethod), .. Totals<AnalyticsGroup>(group => group.Totals)],
        width);

    private static TextColumn<T>[] Totals<T>(Func<T, AnalyticsTotals> of) =>
    [
        new("Received", 8, item => Number(of(item).Received), Justify.Right),
        new("Processed", 7, item => Number(of(item).Processed), Justify.Right),
        new("Failed", 6, item => Number(of(item).Failed), Justify.Right, item => of(item).Failed > 0 ? Bad : Style.Plain),
        new("Retried", 5, item => Number(of(item).Retried), Justify.Right),
        new("P95", 4, item => P95(of(item).Delay), Justify.Right),
    ];

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Share(double? change) => change is { } share ? share.ToString("+0 %;-0 %;0 %", CultureInfo.InvariantCulture) : "-";

    private static string P95(DurationStats? delay) => delay is { } known ? known.P95Seconds.ToString("0.0# s", CultureInfo.InvariantCulture) : "-";
}
