using System.Diagnostics;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Signatures;
using Payshift.Core.Queue;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Receiving;

/// <summary>The way of one delivery into the queue: read the body, verify, extract, keep.</summary>
public sealed class WebhookReceiver(
    ProviderRegistry providers,
    WebhookEnqueuer enqueuer,
    IOptions<QueueOptions> options,
    TimeProvider timeProvider,
    PayshiftTelemetry telemetry,
    ILogger<WebhookReceiver> logger)
{
    /// <summary>Reads, verifies and keeps one delivery.</summary>
    /// <param name="cancellationToken">Stops the reading of the body. Keeping that began is finished regardless.</param>
    public async Task<ReceiveResult> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        if (!providers.TryGet(request.Provider, out var provider, out var settings))
        {
            telemetry.RecordDelivery(provider: null, ReceiveResults.UnknownProvider, since);
            return ReceiveResults.UnknownProvider;
        }

        try
        {
            var result = await ReceiveAsync(request, provider, settings, cancellationToken);
            telemetry.RecordDelivery(provider.Name, result, since);
            return result;
        }
        catch (Exception exception)
        {
            telemetry.RecordDelivery(provider.Name, exception, since);
            throw;
        }
    }

    /// <summary>Answers a GET, by which some providers make sure that the endpoint is theirs to call.</summary>
    /// <param name="queryString">As it stands in the URL.</param>
    public ReceiveResult AnswerHandshake(string provider, string? queryString) =>
        providers.TryGet(provider, out var known, out var settings) && known.AnswerHandshake(queryString, settings) is { } answer
            ? new ReceiveResult(ReceiveStatus.Accepted, Answer: answer)
            : ReceiveResults.UnknownProvider;

    private async Task<ReceiveResult> ReceiveAsync(
        WebhookRequest request, IWebhookProvider provider, ProviderOptions settings, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxPayloadBytes;
        if (await BodyReader.ReadAsync(request.Body, request.ContentLength, limit, cancellationToken) is not { } body)
        {
            logger.LogTooLarge(provider.Name, limit);
            return ReceiveResults.TooLarge(limit);
        }

        var delivery = request.ToDelivery(body);
        var now = timeProvider.GetUtcNow();
        var signature = await provider.VerifyAsync(delivery, settings, now, cancellationToken);
        if (signature != SignatureResult.Valid)
        {
            logger.LogNotVerified(provider.Name, signature, body.Length);
            return ReceiveResults.NotVerified(signature, provider.Responses);
        }

        if (!TryExtract(provider, delivery, out var events, out var problem))
        {
            logger.LogMalformed(provider.Name, problem, body.Length);
            return ReceiveResults.Malformed(problem);
        }

        return events.Count == 0
            ? ReceiveResults.Accepted(provider.Responses)
            : await KeepAsync(provider, delivery, events, now);
    }

    private static bool TryExtract(IWebhookProvider provider, WebhookDelivery delivery, out IReadOnlyList<WebhookEvent> events, out string problem)
    {
        try
        {
            (events, problem) = (provider.Extract(delivery), "");
            return true;
        }
        catch (MalformedDeliveryException exception)
        {
            (events, problem) = ([], exception.Message);
        }
        catch (JsonException)
        {
            // Its message can quote the body.
            (events, problem) = ([], "The body is not valid JSON.");
        }

        return false;
    }

    private async Task<ReceiveResult> KeepAsync(
        IWebhookProvider provider, WebhookDelivery delivery, IReadOnlyList<WebhookEvent> events, DateTimeOffset now)
    {
        using var sending = telemetry.StartSend();
        var (trace, headers) = (DeliveryTelemetry.CurrentTrace(), HeaderAllowList.Of(delivery, provider));
        Webhook[] webhooks = [.. events.Select(found => WebhookFactory.Create(provider.Name, found, now, trace, headers))];
        sending.Describe(provider.Name, webhooks);
        try
        {
            var (kept, duplicates) = await enqueuer.EnqueueAsync(webhooks);
            sending?.SetTag(AttributeNames.WebhooksKept, kept).SetTag(AttributeNames.WebhooksDuplicate, duplicates);
            logger.LogAccepted(provider.Name, kept, duplicates);
            return ReceiveResults.Accepted(provider.Responses, kept, duplicates);
        }
        catch (QueueUnavailableException exception)
        {
            sending?.SetError(ErrorTypes.Queue);
            logger.LogUnavailable(exception, provider.Name, webhooks.Length);
            return ReceiveResults.QueueUnavailable(provider.Responses);
        }
    }
}
