using Payshift.Benchmarks.Environment;
using Payshift.Benchmarks.Simulation;

namespace Payshift.Benchmarks.Figures;

/// <summary>Backlog and delay over a simulated day with a peak: one instance, others engaged by backlog, and by forecast.</summary>
internal sealed class ScaleOutBenchmark : IBenchmark
{
    private const int EveningSale = 20 * 60;
    private const int NewsAtTwo = 14 * 60 + 7;

    public string Name => "scale-out";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        var everyEvening = await SimulateAsync(new PeakDay(seed: 1, EveningSale, peakRate: 5000, recurs: true));
        foreach (var figure in Tell("every evening", everyEvening))
        {
            yield return figure;
        }

        var once = await SimulateAsync(new PeakDay(seed: 2, NewsAtTwo, peakRate: 5000, recurs: false));
        foreach (var figure in Tell("unforeseen", once))
        {
            yield return figure;
        }

        yield return new Figure("scale-out: p95 delay by forecast to one instance", Ratio(everyEvening, day => day.P95, ScaleRule.One), 0.1, AtMost: true);
        yield return new Figure("scale-out: largest backlog by forecast to one instance", Ratio(everyEvening, day => day.LargestBacklog, ScaleRule.One), 0.2, AtMost: true);
        yield return new Figure("scale-out: largest backlog by forecast to by backlog", Ratio(everyEvening, day => day.LargestBacklog, ScaleRule.ByBacklog), 0.7, AtMost: true);
        yield return new Figure("scale-out: p99 delay by forecast to by backlog", Ratio(everyEvening, day => day.P99, ScaleRule.ByBacklog), 0.8, AtMost: true);
    }

    private static async Task<Dictionary<ScaleRule, SimulatedDay>> SimulateAsync(PeakDay day)
    {
        ScaleRule[] rules = [ScaleRule.One, ScaleRule.ByBacklog, ScaleRule.ByForecast];
        var days = await Task.WhenAll(rules.Select(rule => Task.Run(() => DrainSimulation.Run(day, rule))));
        return rules.Zip(days).ToDictionary();
    }

    private static IEnumerable<Figure> Tell(string peak, Dictionary<ScaleRule, SimulatedDay> days) => days.SelectMany(entry =>
    {
        var (rule, day) = entry;
        var name = $"scale-out: peak {peak}, {rule.Name}";
        return new Figure[]
        {
            new($"{name}: largest backlog", day.LargestBacklog),
            new($"{name}: p50 delay, s", day.P50),
            new($"{name}: p95 delay, s", day.P95),
            new($"{name}: p99 delay, s", day.P99),
            new($"{name}: instance-minutes", day.InstanceMinutes),
        };
    });

    private static double Ratio(Dictionary<ScaleRule, SimulatedDay> days, Func<SimulatedDay, double> figure, ScaleRule baseline) =>
        figure(days[ScaleRule.ByForecast]) / figure(days[baseline]);
}
