using Payshift.Core.Operations.Batches;
using Payshift.Core.Storage.Batches;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>A page of batches.</summary>
/// <param name="Continuation">To be sent with the same filters for the next page; null where there is none.</param>
internal sealed record BatchesAnswer(IReadOnlyList<BatchSummary> Batches, string? Continuation)
{
    public static IResult From(BatchPage page) =>
        Results.Json(new BatchesAnswer([.. page.Batches.Select(BatchSummary.Of)], page.Continuation), AnswerJson.Default.BatchesAnswer);
}
