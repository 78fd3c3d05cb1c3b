using Payshift.Core.Queue.Stats;
using Payshift.Core.Scaling.History;

namespace Payshift.Benchmarks.Simulation;

/// <summary>Plays the last day of <see cref="PeakDay"/> second by second: a timer every minute, and the instances that it engages.</summary>
internal static class DrainSimulation
{
    private const int PerSecond = SimulationConstants.Throughput / 60;

    public static SimulatedDay Run(PeakDay day, ScaleRule rule)
    {
        var samples = Sample(day.Seconds);
        var begin = SimulationConstants.HistoryDays * SimulationConstants.DaySeconds;
        var line = new WaitingLine();
        var pool = new InstancePool();
        // The day's last webhooks are worked off after its end.
        for (var second = begin; second < day.Seconds.Length || line.Count > 0; second++)
        {
            var isDay = second < day.Seconds.Length;
            if (second % 60 == 0)
            {
                var minute = Math.Min(second / 60, samples.Length - 1);
                Engage(pool, second, isDay ? rule.Decide(new ArraySegment<TotalsSample>(samples, 0, minute + 1), line.Count) : 1);
            }

            line.Add(second, isDay ? day.Seconds[second] : 0);
            line.Take(second, PerSecond * pool.Draining(second));
            pool.Pass(second, isEmpty: line.Count == 0);
        }

        return new SimulatedDay(line.Largest, line.Percentile(0.5), line.Percentile(0.95), line.Percentile(0.99), pool.BusySeconds / 60.0);
    }

    /// <summary>The timer's own drain is one of them; those that still drain count.</summary>
    private static void Engage(InstancePool pool, int second, int instances)
    {
        for (var busy = pool.Busy(second); busy < instances; busy++)
        {
            pool.Engage(second);
        }
    }

    /// <summary>The totals at the beginning of every minute.</summary>
    private static TotalsSample[] Sample(int[] seconds)
    {
        var samples = new TotalsSample[seconds.Length / 60];
        var received = 0L;
        for (var second = 0; second < seconds.Length; second++)
        {
            if (second % 60 == 0)
            {
                samples[second / 60] = new TotalsSample(DateTimeOffset.UnixEpoch.AddSeconds(second), new QueueCounters(received, 0, 0, 0, 0, 0));
            }

            received += seconds[second];
        }

        return samples;
    }
}
