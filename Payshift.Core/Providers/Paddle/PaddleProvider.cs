using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Paddle;

/// <summary>
/// Paddle Billing: <c>Paddle-Signature: ts=…;h1=…</c>, HMAC-SHA256 over the time as written, a colon and the body,
/// keyed with the whole <c>pdl_ntfset_…</c> text.
/// </summary>
/// <remarks>
/// Paddle's own window is narrow: five seconds, into the past only. A host that is slow to start, or whose clock is wrong,
/// needs a wider <see cref="ProviderOptions.TimestampTolerance"/>.
/// </remarks>
/// <seealso href="https://developer.paddle.com/webhooks/signature-verification"/>
public sealed class PaddleProvider : IWebhookProvider
{
    private static readonly TimestampedSignature Signature = new("Paddle-Signature", ';', "ts", "h1", ":");

    private static readonly TimeSpan DefaultTolerance = TimeSpan.FromSeconds(5);

    private static readonly string[] NonCriticalKinds =
        ["product.", "price.", "customer.", "address.", "business.", "discount.", "discount_group.", "report."];

    public string Name => "paddle";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromMinutes(1) };

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options, now));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var type = body.RequiredText("event_type");
        var data = body.Get("data");
        return
        [
            new WebhookEvent
            {
                // The notification_id differs between destinations of the same event.
                EventId = EventIds.Bounded(body.RequiredText("event_id")),
                EventType = type,
                PaymentReference = data.Get("transaction_id").Text() ?? data.Get("id").Text(),
                PaymentMethod = data.Get("payments").First().Get("method_details").Get("type").Text()?.ToLowerInvariant(),
                Amount = Amount(type, data),
                State = PaddleState.Of(type, data),
                OrderReference = MerchantFields.Order(data.Get("custom_data")),
                CustomerReference = MerchantFields.Customer(data.Get("custom_data")) ?? data.Get("customer_id").Text(),
                Priority = Priority(type),
                EventTime = body.Get("occurred_at").Iso(),
                Payload = delivery.Body,
            },
        ];
    }

    private static SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now)
    {
        var result = Signature.Verify(delivery, options, out var seconds);
        return result != SignatureResult.Valid || TimeWindow.IsRecent(seconds, now, options.TimestampTolerance ?? DefaultTolerance)
            ? result
            : SignatureResult.OutsideTimeWindow;
    }

    // A price has an amount too, but it is not a payment.
    private static Money? Amount(string type, JsonElement data)
    {
        var totals = type.StartsWith("transaction.", StringComparison.Ordinal) ? data.Get("details").Get("totals") : data.Get("totals");
        return Money.FromMinor(
            totals.Get("grand_total").Scalar() ?? totals.Get("total").Scalar(),
            data.Get("currency_code").Text() ?? totals.Get("currency_code").Text(),
            CurrencyExponents.Iso4217);
    }

    private static WebhookPriority Priority(string type) => type switch
    {
        "transaction.completed" or "transaction.paid" => WebhookPriority.High,
        _ when NonCriticalKinds.Any(kind => type.StartsWith(kind, StringComparison.Ordinal)) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
