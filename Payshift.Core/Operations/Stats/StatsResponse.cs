using System.Text.Json.Serialization;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Queue;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Redis.Memory;

namespace Payshift.Core.Operations.Stats;

/// <summary>The queue's numbers, what is paused, which circuits are open, and what happened lately.</summary>
/// <param name="Held">Webhooks that wait until their paused provider is resumed, by provider.</param>
/// <param name="OldestWaitingSeconds">How long the oldest waiting webhook has waited; null where none waits.</param>
/// <param name="Known">Events that would be recognised as duplicates.</param>
/// <param name="PartitionsAway">Partitions that did not answer: what they hold is in none of the numbers.</param>
/// <param name="Rates">Of the last 1, 5 and 60 minutes; empty before the timer ran twice.</param>
/// <param name="Batches">Null where Table Storage does not answer.</param>
/// <param name="RedisMemory">Null where Redis does not tell.</param>
public sealed record StatsResponse(
    long ReadyHigh,
    long ReadyNormal,
    long ReadyLow,
    long InFlight,
    long Scheduled,
    IReadOnlyDictionary<string, long> Held,
    double? OldestWaitingSeconds,
    long Known,
    int PartitionsAway,
    QueueCounters Counters,
    PauseState Paused,
    IReadOnlyList<OpenCircuit> Circuits,
    IReadOnlyList<PartitionSize> Partitions,
    IReadOnlyList<RateWindow> Rates,
    BatchStats? Batches,
    RedisMemory? RedisMemory,
    IReadOnlyList<TimerRun> Timers)
{
    [JsonIgnore]
    public long Ready => ReadyHigh + ReadyNormal + ReadyLow;

    public static StatsResponse Of(
        QueueStats queue,
        PauseState paused,
        IReadOnlyList<OpenCircuit> circuits,
        IReadOnlyList<RateWindow>? rates = null,
        BatchStats? batches = null,
        RedisMemory? memory = null,
        IReadOnlyList<TimerRun>? timers = null) => new(
            queue.ReadyHigh,
            queue.ReadyNormal,
            queue.ReadyLow,
            queue.InFlight,
            queue.Scheduled,
            queue.Held,
            queue.OldestWaiting?.TotalSeconds,
            queue.Known,
            queue.PartitionsAway,
            queue.Counters,
            paused,
            circuits,
            queue.Partitions,
            rates ?? [],
            batches,
            memory,
            timers ?? []);
}
