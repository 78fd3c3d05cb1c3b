using System.Text.Json.Serialization;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis.Circuits;

namespace Payshift.Cli.Clients;

/// <summary>The queue's numbers, what is paused, and who does not answer; as <c>GET /payment/admin/stats</c> answers.</summary>
internal sealed record StatsReport(
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
    PausedReport Paused,
    IReadOnlyList<OpenCircuit> Circuits)
{
    [JsonIgnore]
    public long Ready => ReadyHigh + ReadyNormal + ReadyLow;

    public static StatsReport Of(PayshiftStats stats) => new(
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
        PausedReport.Of(stats.Pauses),
        stats.Circuits);
}
