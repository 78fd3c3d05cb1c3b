using Payshift.Core.Scaling;
using Payshift.Core.Scaling.Forecasting;
using Payshift.Core.Scaling.History;

namespace Payshift.Benchmarks.Simulation;

/// <summary>How many instances drain in a minute.</summary>
/// <param name="Decide">From the samples of the minutes so far, the one at hand last, and the webhooks that wait.</param>
internal sealed record ScaleRule(string Name, Func<ArraySegment<TotalsSample>, int, int> Decide)
{
    public static readonly ScaleRule One = new("one instance", (_, _) => 1);

    public static readonly ScaleRule ByBacklog = new("by backlog", (_, waiting) => Plan(waiting, []));

    public static readonly ScaleRule ByForecast = new("by forecast", (samples, waiting) =>
    {
        var first = Math.Max(0, samples.Count - HistoryConstants.WindowMinutes);
        var counts = StepCounts.From(samples[first..], ScaleOutConstants.Step, totals => totals.Received);
        return Plan(waiting, ArrivalForecaster.Forecast(counts, ScaleOutConstants.StepsPerSeason, ahead: 1).Upper);
    });

    private static int Plan(int waiting, IReadOnlyList<double> upper) => ScaleOutPlanner.Plan(
        waiting,
        upper,
        SimulationConstants.Throughput,
        TimeSpan.FromSeconds(SimulationConstants.TimeBudget),
        SimulationConstants.MaxInstances).Instances;
}
