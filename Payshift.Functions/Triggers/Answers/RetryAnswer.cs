using Payshift.Core.Operations.Failures;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What came of a retry by hand.</summary>
internal sealed record RetryAnswer(string Id, RetryResult Result)
{
    public static IResult From(string id, RetryResult result) => result switch
    {
        RetryResult.NotFound => Refusals.NotFound("No failure has this id. One whose webhook was processed after all is no longer kept."),
        RetryResult.Unreadable => Refusals.Of(StatusCodes.Status409Conflict, "Nothing that could be handled is kept of this webhook. Ask the provider to send the event again."),
        _ => Results.Json(new RetryAnswer(id, result), AnswerJson.Default.RetryAnswer),
    };
}
