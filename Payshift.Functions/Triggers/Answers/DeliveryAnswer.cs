using System.Text.Json;
using Payshift.Core.Receiving;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What a provider is told about an accepted delivery.</summary>
internal sealed record DeliveryAnswer(int Kept, int Duplicates)
{
    /// <summary>What nearly every delivery is answered.</summary>
    private static readonly IResult OneKept = Results.Text(
        JsonSerializer.SerializeToUtf8Bytes(new DeliveryAnswer(1, 0), AnswerJson.Default.DeliveryAnswer), "application/json; charset=utf-8");

    public static IResult From(ReceiveResult result) => result.Answer switch
    {
        null => Usual(result),
        // Even an empty text is written, which a server refuses with 204: it would cut the connection.
        { Body: null or "" } answer => Results.StatusCode(answer.StatusCode),
        { Body: { } body } answer => Results.Text(body, answer.ContentType, statusCode: answer.StatusCode),
    };

    private static IResult Usual(ReceiveResult result) => result.Status switch
    {
        ReceiveStatus.Accepted when result is { Kept: 1, Duplicates: 0 } => OneKept,
        ReceiveStatus.Accepted => Results.Json(new DeliveryAnswer(result.Kept, result.Duplicates), AnswerJson.Default.DeliveryAnswer),
        ReceiveStatus.UnknownProvider => Refusals.Of(StatusCodes.Status404NotFound, result.Detail),
        ReceiveStatus.InvalidSignature => Refusals.Of(StatusCodes.Status401Unauthorized, result.Detail),
        ReceiveStatus.Malformed => Refusals.Of(StatusCodes.Status400BadRequest, result.Detail),
        ReceiveStatus.TooLarge => Refusals.Of(StatusCodes.Status413PayloadTooLarge, result.Detail),
        ReceiveStatus.Unavailable => Refusals.Unavailable(
            result.Detail ?? "The webhook could not be kept. Please send it again.", result.RetryAfter),
        _ => Refusals.Unexpected,
    };
}
