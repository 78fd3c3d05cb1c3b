using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Square;

/// <summary>
/// Square: <c>x-square-hmacsha256-signature</c>, HMAC-SHA256 over the notification URL and the body in Base64, keyed with
/// the signature key as written. The URL is the configured one, since a request's own URL depends on its sender and on
/// every proxy in between.
/// </summary>
/// <seealso href="https://developer.squareup.com/docs/webhooks/step3validate"/>
public sealed class SquareProvider : IWebhookProvider
{
    private const string SignatureHeader = "x-square-hmacsha256-signature";

    public string Name => "square";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromMinutes(1) };

    /// <inheritdoc/>
    public IReadOnlyList<string> KeptHeaders { get; } = ["square-environment", "square-initial-delivery-timestamp", "square-retry-number", "square-retry-reason"];

    public IEnumerable<string> Validate(ProviderOptions options)
    {
        foreach (var problem in ProviderSettings.Problems(Name, options))
        {
            yield return problem;
        }

        if (!Uri.TryCreate(options.NotificationUrl, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            yield return $"{ProviderSettings.SettingName(Name, nameof(options.NotificationUrl))} is missing or does not begin with https://. Set it to the URL exactly as Square's console shows it: signatures cover it.";
        }
    }

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var type = body.RequiredText("type");
        var data = body.Get("data");
        var found = data.Get("object");
        var payment = found.Get("payment");
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.Bounded(body.RequiredText("event_id")),
                EventType = type,
                PaymentReference = payment.Get("id").Text()
                    ?? found.Get("refund").Get("payment_id").Text()
                    ?? found.Get("dispute").Get("disputed_payment").Get("payment_id").Text()
                    ?? payment.Get("order_id").Text()
                    ?? payment.Get("reference_id").Text()
                    ?? data.Get("id").Text(),
                PaymentMethod = payment.Get("source_type").Text()?.ToLowerInvariant(),
                Amount = Amount(payment.Get("total_money"))
                    ?? Amount(payment.Get("amount_money"))
                    ?? Amount(found.Get("refund").Get("amount_money"))
                    ?? Amount(found.Get("dispute").Get("amount_money")),
                State = SquareState.Of(found),
                OrderReference = payment.Get("reference_id").Text() ?? payment.Get("order_id").Text() ?? found.Get("refund").Get("order_id").Text(),
                CustomerReference = payment.Get("customer_id").Text(),
                Priority = Priority(type, payment),
                EventTime = body.Get("created_at").Iso(),
                Payload = delivery.Body,
            },
        ];
    }

    private static SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options)
    {
        var header = delivery.Header(SignatureHeader).ToString();
        if (header.Length is 0 or > SignatureLimits.MaxHeaderLength)
        {
            return SignatureResult.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        presented.AddBase64(header);
        using var content = SignedContent.Of(delivery.Body.Span, options.NotificationUrl ?? "");
        return HmacSignature.MatchesAny(HmacAlgorithm.Sha256, options.Secrets, content.Span, presented)
            ? SignatureResult.Valid
            : SignatureResult.Mismatch;
    }

    private static Money? Amount(JsonElement money) =>
        Money.FromMinor(money.Get("amount").Scalar(), money.Get("currency").Text(), CurrencyExponents.Iso4217);

    private static WebhookPriority Priority(string type, JsonElement payment) => type switch
    {
        "payment.created" or "payment.updated" when payment.Get("status").Text() == "COMPLETED" => WebhookPriority.High,
        "webhooks.test_notification" => WebhookPriority.Low,
        _ when type.StartsWith("catalog.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ when type.StartsWith("customer.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
