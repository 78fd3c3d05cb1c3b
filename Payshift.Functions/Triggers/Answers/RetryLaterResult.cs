namespace Payshift.Functions.Triggers.Answers;

/// <summary>An answer with a <c>Retry-After</c> header, in seconds.</summary>
internal sealed class RetryLaterResult(IResult answer, string seconds) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = seconds;
        return answer.ExecuteAsync(httpContext);
    }
}
