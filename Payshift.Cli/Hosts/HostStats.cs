using Payshift.Core.Monitoring;

namespace Payshift.Cli.Hosts;

/// <summary>What <c>GET /payment/admin/stats</c> answers, as far as the command needs it.</summary>
internal sealed record HostStats(ReadyCounts Ready, long InFlight, long Scheduled, QueueCounters Counters);
