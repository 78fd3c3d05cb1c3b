using System.Net;

namespace Payshift.Core.Processing.Retries;

/// <summary>
/// The usual classification: an error is permanent where the webhook itself, or the request that it led to, is wrong.
/// Everything else may pass and is tried again, for an attempt too many costs less than a lost payment.
/// </summary>
/// <remarks>The statuses are those of RFC 9110, section 15.5, without the ones that ask to come again.</remarks>
internal sealed class ErrorClassifier : IErrorClassifier
{
    public bool IsPermanent(Exception exception) => exception switch
    {
        HttpRequestException { StatusCode: { } status } =>
            status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
            and not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict
                or HttpStatusCode.Locked or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests),
        JsonException or FormatException or NotSupportedException => true,
        AggregateException several => several.InnerExceptions.Count > 0 && several.InnerExceptions.All(IsPermanent),
        _ => false,
    };
}
