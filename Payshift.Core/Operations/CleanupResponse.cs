using Payshift.Core.Cleanup;
using Payshift.Core.Cleanup.Retention;

namespace Payshift.Core.Operations;

/// <summary>The counts of one cleanup. <see cref="CleanupSummary"/> says what each number counts.</summary>
public sealed record CleanupResponse(int Reclaimed, int Recovered, int Stale, int Forgotten, int RolledHours, ExpiredRows Expired, double ElapsedSeconds)
{
    public static CleanupResponse Of(CleanupSummary summary) => new(
        summary.Reclaimed, summary.Recovered, summary.Stale, summary.Forgotten, summary.RolledHours, summary.Expired, summary.Elapsed.TotalSeconds);
}
