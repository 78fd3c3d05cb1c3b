using System.Net;

namespace Payshift.Core.Scaling;

/// <summary>The caller of the app's own process function.</summary>
internal sealed class InstanceCaller(IHttpClientFactory clients, IOptions<ScaleOutOptions> options)
{
    /// <summary>Returns when the instance that the call reached has processed. Does not throw.</summary>
    public async Task<CallResult> CallAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Value.Url!.TrimEnd('/')}/{ScaleOutConstants.ProcessRoute}");
            request.Headers.Add(ScaleOutConstants.KeyHeader, options.Value.Key);
            request.Headers.Add(InternalCall.Header, InternalCall.ScaleOut);
            using var client = clients.CreateClient(ScaleOutConstants.ClientName);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new CallResult(Judge(answer.StatusCode), $"{(int)answer.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return new CallResult(CallOutcome.Unanswered, $"{exception.HttpRequestError}");
        }
        catch (OperationCanceledException)
        {
            return new CallResult(CallOutcome.Unanswered, cancellationToken.IsCancellationRequested ? "Canceled" : "Timeout");
        }
    }

    private static CallOutcome Judge(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => CallOutcome.Processed,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CallOutcome.Refused,
        _ => CallOutcome.Failed,
    };
}
