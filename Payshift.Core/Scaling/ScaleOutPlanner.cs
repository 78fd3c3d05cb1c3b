namespace Payshift.Core.Scaling;

/// <summary>The decision how many instances process.</summary>
internal static class ScaleOutPlanner
{
    /// <summary>
    /// So many that what waits now is worked off in this run, and what a minute of the horizon brings in the run after it.
    /// </summary>
    /// <param name="waiting">Webhooks that wait, or are at hand.</param>
    /// <param name="upper">Upper bounds of the arrivals in each step of the horizon; empty to go by what waits alone.</param>
    /// <param name="throughput">Webhooks a minute that one instance works off.</param>
    /// <param name="timeBudget">How long an instance processes in a run.</param>
    public static ScaleOutPlan Plan(double waiting, IReadOnlyList<double> upper, double throughput, TimeSpan timeBudget, int maxInstances)
    {
        // A run that outlasts its minute is joined by the next one, so its further minutes are not counted here.
        var processing = timeBudget < ScaleOutConstants.RunInterval ? timeBudget : ScaleOutConstants.RunInterval;
        var capacity = throughput * processing.TotalMinutes;
        var arrivals = upper.Count == 0 ? 0 : upper.Max() * (ScaleOutConstants.RunInterval / ScaleOutConstants.Step);
        var needed = Math.Ceiling(Math.Max(waiting, arrivals) / capacity);
        return new ScaleOutPlan((int)Math.Clamp(needed, 1, maxInstances), waiting, arrivals, capacity);
    }
}
