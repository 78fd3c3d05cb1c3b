using Payshift.Core.Monitoring;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>The queue's numbers, for an operator.</summary>
internal sealed record StatsAnswer(
    long ReadyHigh,
    long ReadyNormal,
    long ReadyLow,
    long InFlight,
    long Scheduled,
    double? OldestWaitingSeconds,
    long Known,
    QueueCounters Counters)
{
    public static IResult From(QueueStats stats) => Results.Json(
        new StatsAnswer(
            stats.ReadyHigh,
            stats.ReadyNormal,
            stats.ReadyLow,
            stats.InFlight,
            stats.Scheduled,
            stats.OldestWaiting?.TotalSeconds,
            stats.Known,
            stats.Counters),
        AnswerJson.Default.StatsAnswer);
}
