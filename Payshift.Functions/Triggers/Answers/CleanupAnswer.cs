using Payshift.Core.Cleanup;
using Payshift.Core.Cleanup.Retention;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What a cleanup did, for an operator.</summary>
internal sealed record CleanupAnswer(int Reclaimed, int Recovered, int Stale, int Forgotten, int RolledHours, ExpiredRows Expired, double ElapsedSeconds)
{
    public static IResult From(CleanupSummary summary) => Results.Json(
        new CleanupAnswer(summary.Reclaimed, summary.Recovered, summary.Stale, summary.Forgotten, summary.RolledHours, summary.Expired, summary.Elapsed.TotalSeconds),
        AnswerJson.Default.CleanupAnswer);
}
