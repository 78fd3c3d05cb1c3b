using Payshift.Core.Storage.Failures;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>A page of failures.</summary>
/// <param name="Continuation">To be sent with the same filters for the next page; null where there is none.</param>
internal sealed record FailuresAnswer(IReadOnlyList<FailureSummary> Failures, string? Continuation)
{
    public static IResult From(FailurePage page) =>
        Results.Json(new FailuresAnswer(page.Failures, page.Continuation), AnswerJson.Default.FailuresAnswer);
}
