using System.Diagnostics;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Signatures;
using Payshift.Core.Queue;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Receiving;

/// <summary>Takes a delivery in: verify, extract, classify, keep.</summary>
public sealed partial class WebhookReceiver(
    ProviderRegistry providers,
    WebhookEnqueuer keeper,
    IOptions<QueueOptions> options,
    TimeProvider timeProvider,
    PayshiftTelemetry telemetry,
    ILogger<WebhookReceiver> logger)
{
    /// <summary>When a provider that heeds it should come again; each has its own schedule otherwise.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private static readonly ReceiveResult UnknownProvider = new(
        ReceiveStatus.UnknownProvider,
        Detail: "No provider of this name is configured here. Check the last segment of the URL, and that the provider has a secret.");

    /// <summary>Reads, verifies and keeps one delivery.</summary>
    /// <param name="cancellationToken">Stops the reading of the body. Keeping that began is finished regardless.</param>
    public async Task<ReceiveResult> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        if (!providers.TryGet(request.Provider, out var known, out var settings))
        {
            telemetry.RecordDelivery(provider: null, UnknownProvider, since);
            return UnknownProvider;
        }

        try
        {
            var result = await TakeAsync(request, known, settings, cancellationToken);
            telemetry.RecordDelivery(known.Name, result, since);
            return result;
        }
        catch (Exception exception)
        {
            telemetry.RecordDelivery(known.Name, exception, since);
            throw;
        }
    }

    /// <summary>Answers a GET, by which some providers make sure that the endpoint is theirs to call.</summary>
    /// <param name="queryString">As it stands in the URL.</param>
    public ReceiveResult AnswerHandshake(string provider, string? queryString) =>
        providers.TryGet(provider, out var known, out var settings) && known.AnswerHandshake(queryString, settings) is { } answer
            ? new ReceiveResult(ReceiveStatus.Accepted, Answer: answer)
            : UnknownProvider;

    private async Task<ReceiveResult> TakeAsync(
        WebhookRequest request, IWebhookProvider known, ProviderOptions settings, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxPayloadBytes;
        if (await BoundedBody.ReadAsync(request.Body, request.ContentLength, limit, cancellationToken) is not { } bytes)
        {
            LogTooLarge(known.Name, limit);
            return new ReceiveResult(ReceiveStatus.TooLarge, Detail: $"The body is larger than {limit} bytes.");
        }

        var delivery = new WebhookDelivery(request.Headers, bytes)
        {
            QueryString = request.QueryString,
            PathSecret = request.PathSecret,
            RemoteAddress = request.RemoteAddress,
        };
        var now = timeProvider.GetUtcNow();
        var verdict = await known.VerifyAsync(delivery, settings, now, cancellationToken);
        if (verdict != SignatureResult.Valid)
        {
            return Refuse(known, verdict, bytes.Length);
        }

        if (!TryExtract(known, delivery, out var events, out var problem))
        {
            LogMalformed(known.Name, problem, bytes.Length);
            return new ReceiveResult(ReceiveStatus.Malformed, Detail: problem);
        }

        return await KeepAsync(known, delivery, events, now);
    }

    private ReceiveResult Refuse(IWebhookProvider provider, SignatureResult verdict, int length)
    {
        switch (verdict)
        {
            case SignatureResult.UnknownPayment:
                LogUnknownPayment(provider.Name);
                return new ReceiveResult(ReceiveStatus.Accepted, Answer: provider.Answers?.Accepted);
            case SignatureResult.Undecided:
                LogUndecided(provider.Name);
                return new ReceiveResult(
                    ReceiveStatus.Unavailable,
                    Detail: "The signature cannot be checked now. Send the webhook again.",
                    RetryAfter: provider.Answers?.RetryAfter ?? RetryAfter)
                { IsUndecided = true };
            default:
                LogRefused(provider.Name, verdict, length);
                return new ReceiveResult(
                    ReceiveStatus.InvalidSignature,
                    Detail: "The signature does not fit. Check the endpoint's secret, that the body arrives unchanged, and the clock.",
                    Answer: provider.Answers?.InvalidSignature);
        }
    }

    private async Task<ReceiveResult> KeepAsync(
        IWebhookProvider provider, WebhookDelivery delivery, IReadOnlyList<WebhookEvent> events, DateTimeOffset now)
    {
        var (name, answers) = (provider.Name, provider.Answers);
        if (events.Count == 0)
        {
            return new ReceiveResult(ReceiveStatus.Accepted, Answer: answers?.Accepted);
        }

        using var sending = telemetry.StartSend();
        var (trace, headers) = (CurrentTrace(), HeaderAllowList.Of(delivery, provider));
        try
        {
            Webhook[] webhooks = [.. events.Select(found => WebhookFactory.Create(name, found, now, trace, headers))];
            Describe(sending, name, webhooks);
            var (kept, duplicates) = await keeper.KeepAsync(webhooks);
            sending?.SetTag(AttributeNames.WebhooksKept, kept).SetTag(AttributeNames.WebhooksDuplicate, duplicates);
            LogAccepted(name, kept, duplicates);
            return new ReceiveResult(ReceiveStatus.Accepted, kept, duplicates, Answer: answers?.Accepted);
        }
        catch (QueueUnavailableException exception)
        {
            sending?.SetError(ErrorTypes.Queue);
            LogUnavailable(exception, name, events.Count);
            return new ReceiveResult(
                ReceiveStatus.Unavailable,
                Detail: "The queue is out of reach. Send the webhook again.",
                RetryAfter: answers?.RetryAfter ?? RetryAfter);
        }
    }

    private static void Describe(Activity? sending, string provider, Webhook[] webhooks)
    {
        if (sending is { IsAllDataRequested: true })
        {
            sending.SetMessages(MessagingSpans.Send, Array.ConvertAll(webhooks, webhook => webhook.Id));
            sending.SetTag(AttributeNames.Provider, provider);
        }
    }

    /// <summary>Remote, since it is for those who take the webhook out of the queue.</summary>
    private static ActivityContext? CurrentTrace() => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
        ? new ActivityContext(activity.TraceId, activity.SpanId, activity.ActivityTraceFlags, isRemote: true)
        : null;

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

    [LoggerMessage(2000, LogLevel.Debug, "{Provider} delivery accepted: {Kept} kept, {Duplicates} known before")]
    private partial void LogAccepted(string provider, int kept, int duplicates);

    [LoggerMessage(2001, LogLevel.Warning, "{Provider} delivery refused: signature {Verdict}, body of {Length} bytes")]
    private partial void LogRefused(string provider, SignatureResult verdict, int length);

    [LoggerMessage(2002, LogLevel.Warning, "{Provider} delivery refused: {Problem} Body of {Length} bytes")]
    private partial void LogMalformed(string provider, string problem, int length);

    [LoggerMessage(2003, LogLevel.Warning, "{Provider} delivery refused: larger than {Limit} bytes")]
    private partial void LogTooLarge(string provider, int limit);

    [LoggerMessage(2004, LogLevel.Error, "{Provider} delivery of {Count} webhooks could not be kept: the queue is out of reach")]
    private partial void LogUnavailable(Exception exception, string provider, int count);

    [LoggerMessage(2005, LogLevel.Error, "{Provider} delivery could not be checked: the provider's API is out of reach or refuses us")]
    private partial void LogUndecided(string provider);

    [LoggerMessage(2006, LogLevel.Information, "{Provider} delivery names a payment that its provider does not know; answered, and nothing kept")]
    private partial void LogUnknownPayment(string provider);
}
