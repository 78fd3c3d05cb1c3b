using Payshift.Core.Cleanup;
using Payshift.Core.Cleanup.Retention;

namespace Payshift.Cli.Clients;

/// <summary>What a cleanup did; <see cref="CleanupSummary"/> tells what the numbers count.</summary>
internal sealed record CleanupReport(int Reclaimed, int Recovered, int Stale, int Forgotten, int RolledHours, ExpiredRows Expired, double ElapsedSeconds)
{
    public static CleanupReport Of(CleanupSummary summary) =>
        new(summary.Reclaimed, summary.Recovered, summary.Stale, summary.Forgotten, summary.RolledHours, summary.Expired, summary.Elapsed.TotalSeconds);
}
