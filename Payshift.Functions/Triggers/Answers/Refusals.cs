using System.Globalization;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>Answers that are no success: <c>application/problem+json</c> of RFC 9457, without internals.</summary>
internal static class Refusals
{
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(10);

    /// <summary>499: nobody is there to read it, and it must not count as a success.</summary>
    public static IResult ClientGone { get; } = Results.StatusCode(StatusCodes.Status499ClientClosedRequest);

    public static IResult Unexpected { get; } = Of(StatusCodes.Status500InternalServerError, "Something went wrong here. Please send it again.");

    public static IResult Of(int status, string? detail) => Results.Problem(statusCode: status, detail: detail);

    public static IResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    /// <summary>The server refuses to go on reading: the body is too large, too slow or cut off.</summary>
    public static IResult BadRequest(BadHttpRequestException exception) => Of(exception.StatusCode, "The request could not be read.");

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    public static IResult NotReady() => Later(Of(StatusCodes.Status503ServiceUnavailable, null), DefaultRetryAfter);

    public static IResult Unavailable(string? detail = null, TimeSpan? retryAfter = null) => Later(
        Of(StatusCodes.Status503ServiceUnavailable, detail ?? "Redis or Table Storage does not answer. Please try again."),
        retryAfter ?? DefaultRetryAfter);

    private static RetryLaterResult Later(IResult problem, TimeSpan delay) =>
        new(problem, Math.Max(1, (int)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
}
