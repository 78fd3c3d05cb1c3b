namespace Payshift.Chaos.Faults;

/// <summary>Deals out faults over the run: each kind in turn, in an order, at times and for durations of the seed's choosing.</summary>
internal static class FaultPlan
{
    /// <summary>Long enough that something happens between, short enough that some overlap.</summary>
    private static readonly TimeSpan MeanGap = TimeSpan.FromSeconds(4);

    /// <summary>What comes in first when the run is too short for all.</summary>
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);

    public static IReadOnlyList<Fault> Make(TimeSpan duration, int receivers, int workers, Random random)
    {
        var faults = new List<Fault>();
        var deck = new Queue<FaultKind>();
        for (var at = First; at < duration; at += MeanGap * (0.3 + (1.4 * random.NextDouble())))
        {
            if (deck.Count == 0)
            {
                var kinds = Enum.GetValues<FaultKind>();
                random.Shuffle(kinds);
                deck = new Queue<FaultKind>(kinds);
            }

            var kind = deck.Dequeue();
            var hosts = kind switch
            {
                FaultKind.ReceiverKilled => receivers,
                FaultKind.WorkerKilled or FaultKind.WorkerPaused => workers,
                _ => receivers + workers,
            };
            var fault = new Fault(kind, at, Duration(kind, random), random.Next(hosts));
            var free = faults.Where(other => other.Target == fault.Target).Select(other => other.End).DefaultIfEmpty().Max();
            fault = fault with { At = fault.At > free ? fault.At : free };
            if (fault.End < duration)
            {
                faults.Add(fault);
            }
        }

        return [.. faults.OrderBy(fault => fault.At)];
    }

    private static TimeSpan Duration(FaultKind kind, Random random)
    {
        var (least, most) = kind switch
        {
            FaultKind.ReceiverKilled or FaultKind.WorkerKilled => (0.2, 4.0),
            FaultKind.RedisKilled => (0.1, 2.0),
            FaultKind.WorkerPaused => (2.0, 14.0),
            FaultKind.RedisSlow or FaultKind.TablesSlow => (3.0, 8.0),
            FaultKind.HostLosesRedis or FaultKind.HostLosesTables => (2.0, 12.0),
            _ => (1.0, 8.0),
        };
        return TimeSpan.FromSeconds(least + ((most - least) * random.NextDouble()));
    }
}
