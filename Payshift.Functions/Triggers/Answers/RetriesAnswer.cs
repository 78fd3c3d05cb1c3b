using Payshift.Core.Operations.Failures;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What came of retrying the failures that match a filter.</summary>
/// <param name="DryRun">Whether they were only counted.</param>
/// <param name="Matched">Failures that match, as far as this call looked.</param>
/// <param name="Items">A result for each; empty for a dry run.</param>
/// <param name="Continuation">To be sent with the same filters to go on; null where nothing is left.</param>
internal sealed record RetriesAnswer(bool DryRun, int Matched, IReadOnlyList<RetriedItem> Items, string? Continuation)
{
    public static IResult From(RetryReport report) => Results.Json(
        new RetriesAnswer(report.IsDryRun, report.Matched, report.Items, report.Continuation), AnswerJson.Default.RetriesAnswer);
}
