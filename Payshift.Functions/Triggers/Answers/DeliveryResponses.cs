using System.Text.Json;
using Payshift.Core.Operations;
using Payshift.Core.Receiving;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>The HTTP responses to deliveries.</summary>
internal static class DeliveryResponses
{
    /// <summary>The response to nearly every delivery.</summary>
    private static readonly IResult OneKept = Results.Text(
        JsonSerializer.SerializeToUtf8Bytes(new DeliveryResponse(1, 0), PayshiftJson.Default.DeliveryResponse), "application/json; charset=utf-8");

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
        ReceiveStatus.Accepted => Responses.Json(new DeliveryResponse(result.Kept, result.Duplicates)),
        ReceiveStatus.UnknownProvider => Refusals.Of(StatusCodes.Status404NotFound, result.Detail),
        ReceiveStatus.InvalidSignature => Refusals.Of(StatusCodes.Status401Unauthorized, result.Detail),
        ReceiveStatus.Malformed => Refusals.Of(StatusCodes.Status400BadRequest, result.Detail),
        ReceiveStatus.TooLarge => Refusals.Of(StatusCodes.Status413PayloadTooLarge, result.Detail),
        ReceiveStatus.Unavailable => Refusals.Unavailable(
            result.Detail ?? "The webhook could not be kept. Please send it again.", result.RetryAfter),
        _ => Refusals.Unexpected,
    };
}
