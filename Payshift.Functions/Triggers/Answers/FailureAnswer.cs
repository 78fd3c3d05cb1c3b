using Payshift.Core.Operations.Failures;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>One failure.</summary>
/// <param name="Errors">What its attempts said, oldest first.</param>
/// <param name="Headers">What is kept of the delivery's headers: values by name in lower case.</param>
/// <param name="Payload">With card data masked; null where it is no text.</param>
internal sealed record FailureAnswer(
    FailureSummary Failure, IReadOnlyList<AttemptError> Errors, IReadOnlyDictionary<string, string> Headers, string? Payload)
{
    public static IResult From(FailureDetail? detail) => detail is null
        ? Refusals.NotFound("No failure has this id. One whose webhook was processed after all is no longer kept.")
        : Results.Json(new FailureAnswer(detail.Summary, detail.Errors, detail.Headers, detail.Payload), AnswerJson.Default.FailureAnswer);
}
