using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Views;

/// <summary>The growth of the queue's counters between two looks.</summary>
/// <param name="Moved">Whether what waits is otherwise than before.</param>
internal sealed record TailChange(long Received, long Duplicate, long Processed, long Retried, long Failed, long Reclaimed, bool Moved)
{
    public static TailChange Between(StatsResponse last, StatsResponse now)
    {
        var (before, after) = (last.Counters, now.Counters);
        return new TailChange(
            after.Received - before.Received,
            after.Duplicate - before.Duplicate,
            after.Processed - before.Processed,
            after.Retried - before.Retried,
            after.Failed - before.Failed,
            after.Reclaimed - before.Reclaimed,
            (last.Ready, last.InFlight, last.Scheduled, last.Paused.QueueSince) != (now.Ready, now.InFlight, now.Scheduled, now.Paused.QueueSince));
    }

    public bool IsNothing() => !Moved && Received + Duplicate + Processed + Retried + Failed + Reclaimed == 0;

    /// <summary>For example <c>+12 received, +10 processed</c>.</summary>
    public string Text()
    {
        (long Count, string Name)[] counts =
            [(Received, "received"), (Duplicate, "duplicate"), (Processed, "processed"), (Retried, "retried"), (Failed, "failed"), (Reclaimed, "reclaimed")];
        var grown = counts.Where(item => item.Count != 0).Select(item => item.Count.ToString("+0;-0", CultureInfo.InvariantCulture) + " " + item.Name).ToList();
        return grown.Count == 0 ? "-" : string.Join(", ", grown);
    }
}
