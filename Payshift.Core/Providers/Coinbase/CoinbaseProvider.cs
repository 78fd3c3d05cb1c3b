using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Coinbase;

/// <summary>
/// Coinbase Commerce: <c>X-CC-Webhook-Signature</c>, HMAC-SHA256 over the body in hexadecimal, keyed with the shared secret
/// as written, even if it looks like encoded text.
/// </summary>
/// <seealso href="https://docs.cdp.coinbase.com/commerce/webhooks-overview"/>
public sealed class CoinbaseProvider : IWebhookProvider
{
    private const string SignatureHeader = "X-CC-Webhook-Signature";
    private const string UnknownNetwork = "crypto";

    public string Name => "coinbase";

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(BodySignature.VerifyHex(delivery, SignatureHeader, HmacAlgorithm.Sha256, options.Secrets));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);

        // The body's own id is that of the delivery; a repeated event has another one.
        var found = document.RequiredObject().Get("event");
        if (found.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedDeliveryException("The field event is missing or not an object.");
        }

        var type = found.RequiredText("type");
        var charge = found.Get("data");
        var local = charge.Get("pricing").Get("local");
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.Bounded(found.RequiredText("id")),
                EventType = type,
                PaymentReference = charge.Get("code").Text() ?? charge.Get("id").Text(),
                PaymentMethod = charge.Get("payments").First().Get("network").Text()?.ToLowerInvariant() ?? UnknownNetwork,
                Amount = Money.FromMajor(local.Get("amount").Scalar(), local.Get("currency").Text(), CurrencyExponents.Iso4217),
                State = State(type),
                OrderReference = MerchantFields.Order(charge.Get("metadata")),
                CustomerReference = MerchantFields.Customer(charge.Get("metadata")),
                Priority = Priority(type),
                EventTime = found.Get("created_at").Iso(),
                Payload = delivery.Body,
            },
        ];
    }

    // Delayed means that the money came after the charge had expired; the merchant has to resolve it.
    private static PaymentState? State(string type) => type switch
    {
        "charge:created" or "charge:pending" or "charge:delayed" => PaymentState.Pending,
        "charge:failed" => PaymentState.Failed,
        "charge:confirmed" or "charge:resolved" => PaymentState.Succeeded,
        _ => null,
    };

    private static WebhookPriority Priority(string type) => type switch
    {
        "charge:confirmed" or "charge:resolved" => WebhookPriority.High,
        "charge:created" => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
