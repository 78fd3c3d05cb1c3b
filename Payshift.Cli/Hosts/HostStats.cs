using Payshift.Core.Monitoring;

namespace Payshift.Cli.Hosts;

/// <summary>What <c>GET /payment/admin/stats</c> answers, as far as the command needs it.</summary>
internal sealed record HostStats(long ReadyHigh, long ReadyNormal, long ReadyLow, long InFlight, long Scheduled, QueueCounters Counters)
{
    public long Ready => ReadyHigh + ReadyNormal + ReadyLow;
}
