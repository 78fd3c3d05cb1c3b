using System.Text.Json.Serialization.Metadata;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Processing;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>The HTTP responses of operators' calls: JSON of the contract, or a problem where there is nothing to answer.</summary>
internal static class Responses
{
    private const string NoFailure = "No failure has this id. One whose webhook was processed after all is no longer kept.";

    public static IResult Json<T>(T value) => Results.Json(value, (JsonTypeInfo<T>)PayshiftJson.Default.GetTypeInfo(typeof(T))!);

    public static IResult Failure(FailureResponse? failure) => failure is null ? Refusals.NotFound(NoFailure) : Json(failure);

    public static IResult Payment(PaymentOverview overview) => PaymentResponse.Of(overview) is { } payment
        ? Json(payment)
        : Refusals.NotFound("Nothing is recorded for this payment reference, and no payment names it as its order or customer.");

    public static IResult Process(QueueRunSummary summary) => summary.End == QueueRunEnd.Unavailable
        ? Refusals.Unavailable(
            $"Redis or Table Storage stopped answering after {summary.Batches} batches ({summary.Processed} processed, {summary.Retried} retried, {summary.Failed} failed). The rest stays in the queue.")
        : Json(ProcessResponse.Of(summary));

    public static IResult Retry(string id, RetryResult result) => result switch
    {
        RetryResult.NotFound => Refusals.NotFound(NoFailure),
        RetryResult.Unreadable => Refusals.Of(StatusCodes.Status409Conflict, "Nothing that could be handled is kept of this webhook. Ask the provider to send the event again."),
        _ => Json(new RetryResponse(id, result)),
    };
}
