using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.LemonSqueezy;

/// <summary>
/// Lemon Squeezy: <c>X-Signature</c>, HMAC-SHA256 over the body in hexadecimal, keyed with the signing secret. Events have
/// no id of their own.
/// </summary>
/// <seealso href="https://docs.lemonsqueezy.com/help/webhooks/signing-requests"/>
public sealed class LemonSqueezyProvider : IWebhookProvider
{
    private const string SignatureHeader = "X-Signature";

    public string Name => "lemonsqueezy";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromSeconds(5) };

    /// <inheritdoc/>
    public IReadOnlyList<string> KeptHeaders { get; } = ["x-event-name"];

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(BodySignature.VerifyHex(delivery, SignatureHeader, HmacAlgorithm.Sha256, options.Secrets));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();

        // X-Event-Name states the same but is not signed.
        var type = body.Get("meta").Get("event_name").Text()
            ?? throw new MalformedDeliveryException("The field meta.event_name is missing or not text.");
        var data = body.Get("data");
        var attributes = data.Get("attributes");
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.OfBody(type, delivery.Body.Span),
                EventType = type,
                PaymentReference = Reference(data),
                Amount = Money.FromMinor(attributes.Get("total").Scalar(), attributes.Get("currency").Text(), CurrencyExponents.Iso4217),
                State = LemonSqueezyState.Of(type, attributes.Get("status").Text()),
                OrderReference = MerchantFields.Order(body.Get("meta").Get("custom_data")),
                CustomerReference = MerchantFields.Customer(body.Get("meta").Get("custom_data")) ?? Customer(attributes),
                Priority = Priority(type, attributes),
                EventTime = Time(type, attributes),
                Payload = delivery.Body,
            },
        ];
    }

    // Ids are small numbers, counted for each kind of object. Without the kind, a subscription could be taken for an order.
    private static string? Reference(JsonElement data) => (data.Get("type").Text(), data.Get("id").Scalar()) switch
    {
        ("orders" or null, { } id) => id,
        ({ } kind, { } id) => $"{kind}:{id}",
        _ => data.Get("attributes").Get("identifier").Text(),
    };

    private static string? Customer(JsonElement attributes) =>
        attributes.Get("customer_id").Scalar() is { } id ? $"customers:{id}" : null;

    private static WebhookPriority Priority(string type, JsonElement attributes) => type switch
    {
        "order_created" when attributes.Get("status").Text() == "paid" => WebhookPriority.High,
        "subscription_payment_success" => WebhookPriority.High,
        _ when type.StartsWith("license_key_", StringComparison.Ordinal) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };

    // Later events repeat the time at which the object was created. Only the time of the last change puts them in order.
    private static DateTimeOffset? Time(string type, JsonElement attributes)
    {
        var created = attributes.Get("created_at").Iso();
        return type.EndsWith("_created", StringComparison.Ordinal)
            ? created
            : attributes.Get("refunded_at").Iso() ?? attributes.Get("updated_at").Iso() ?? created;
    }
}
