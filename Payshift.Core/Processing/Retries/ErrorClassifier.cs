using System.Net;

namespace Payshift.Core.Processing.Retries;

/// <summary>
/// Permanent: what is wrong with the webhook itself or with the request that it led to. Everything else may pass, so it is
/// tried again: an attempt too many costs less than a payment lost.
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
