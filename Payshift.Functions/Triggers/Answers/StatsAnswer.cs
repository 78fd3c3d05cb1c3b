using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Redis.Memory;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>The queue's numbers, for an operator.</summary>
internal sealed record StatsAnswer(
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
    PausesAnswer Paused,
    IReadOnlyList<OpenCircuit> Circuits,
    IReadOnlyList<PartitionSize> Partitions,
    IReadOnlyList<RateWindow> Rates,
    BatchStats? Batches,
    RedisMemory? RedisMemory,
    IReadOnlyList<TimerRun> Timers)
{
    public static IResult From(PayshiftStats stats) => Results.Json(
        new StatsAnswer(
            stats.Queue.ReadyHigh,
            stats.Queue.ReadyNormal,
            stats.Queue.ReadyLow,
            stats.Queue.InFlight,
            stats.Queue.Scheduled,
            stats.Queue.Held,
            stats.Queue.OldestWaiting?.TotalSeconds,
            stats.Queue.Known,
            stats.Queue.PartitionsAway,
            stats.Queue.Counters,
            PausesAnswer.Of(stats.Pauses),
            stats.Circuits,
            stats.Queue.Partitions,
            stats.Rates,
            stats.Batches,
            stats.Memory,
            stats.Timers),
        AnswerJson.Default.StatsAnswer);
}
