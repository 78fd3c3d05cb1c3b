using Payshift.Core.Receiving;
using Payshift.Core.Webhooks;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>
/// Takes a provider's delivery. A 2xx means that every event in it is kept, or was before. A GET is how some providers
/// make sure that the endpoint is ours.
/// </summary>
public sealed class ReceiveWebhook(WebhookReceiver receiver, ILogger<ReceiveWebhook> logger)
{
    [Function(nameof(ReceiveWebhook))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "payment/webhooks/{provider}/{pathSecret?}")] HttpRequest request,
        string provider,
        CancellationToken cancellationToken)
    {
        try
        {
            var result = HttpMethods.IsGet(request.Method)
                ? receiver.AnswerHandshake(provider, request.QueryString.Value)
                : await receiver.ReceiveAsync(ToWebhookRequest(provider, request), cancellationToken);
            return DeliveryResponses.From(result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Refusals.ClientGone;
        }
        catch (BadHttpRequestException exception)
        {
            return Refusals.BadRequest(exception);
        }
        catch (IOException)
        {
            // The body ended early. Nobody reads the answer; it only must not say that anything was kept.
            return Refusals.ClientGone;
        }
        catch (QueueUnavailableException exception)
        {
            logger.Unavailable(nameof(ReceiveWebhook), exception);
            return Refusals.Unavailable();
        }
        catch (Exception exception)
        {
            // Whatever it was, the delivery is not known to be kept: the provider is to send it again.
            logger.DeliveryFailed(provider.Length <= 40 ? provider : provider[..40], exception);
            return Refusals.Unexpected;
        }
    }

    private static WebhookRequest ToWebhookRequest(string provider, HttpRequest request) =>
        new(provider, request.Headers, request.Body)
        {
            ContentLength = request.ContentLength,
            QueryString = request.QueryString.Value,
            PathSecret = request.RouteValues["pathSecret"] as string,
            RemoteAddress = ClientAddress.Of(request),
        };
}
