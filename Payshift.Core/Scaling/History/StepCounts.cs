using Payshift.Core.Queue.Stats;

namespace Payshift.Core.Scaling.History;

/// <summary>The conversion of totals that were noted at uneven moments to counts of even steps.</summary>
internal static class StepCounts
{
    /// <summary>Counts each step's increase of one total, between two moments that were noted as if it had been steady.</summary>
    /// <param name="samples">Oldest first.</param>
    /// <returns>Oldest first; the last step ends with the last sample. Where a total fell, as after a loss of Redis' data, nothing is counted.</returns>
    public static double[] From(IReadOnlyList<TotalsSample> samples, TimeSpan step, Func<QueueCounters, long> total)
    {
        if (samples.Count < 2)
        {
            return [];
        }

        var counted = Accumulate(samples, total);
        var counts = new double[(int)((samples[^1].At - samples[0].At) / step)];
        var at = samples.Count - 1;
        var ending = counted[at];
        for (var i = counts.Length - 1; i >= 0; i--)
        {
            var begin = samples[^1].At - (counts.Length - i) * step;
            while (samples[at - 1].At > begin)
            {
                at--;
            }

            var share = (begin - samples[at - 1].At) / (samples[at].At - samples[at - 1].At);
            var beginning = counted[at - 1] + share * (counted[at] - counted[at - 1]);
            counts[i] = ending - beginning;
            ending = beginning;
        }

        return counts;
    }

    private static double[] Accumulate(IReadOnlyList<TotalsSample> samples, Func<QueueCounters, long> total)
    {
        var counted = new double[samples.Count];
        for (var i = 1; i < counted.Length; i++)
        {
            counted[i] = counted[i - 1] + Math.Max(0, total(samples[i].Totals) - total(samples[i - 1].Totals));
        }

        return counted;
    }
}
