using Microsoft.AspNetCore.Http;

namespace Payshift.Tests.Verification;

/// <summary>An answer that is none.</summary>
internal sealed record Refusal(int Status, string? RetryAfter = null, string? Location = null, string Body = "") : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfter is not null)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfter;
        }

        if (Location is not null && Status is >= 300 and < 400)
        {
            httpContext.Response.Headers.Location = Location;
        }

        await httpContext.Response.WriteAsync(Body);
    }
}
