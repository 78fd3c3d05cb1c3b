using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Paystack;

/// <summary>
/// Paystack: <c>x-paystack-signature</c>, HMAC-SHA512 over the body in hexadecimal, keyed with the API secret key. No
/// time is signed, so that only deduplication protects against replays.
/// </summary>
/// <seealso href="https://paystack.com/docs/payments/webhooks/"/>
public sealed class PaystackProvider : IWebhookProvider
{
    private const string SignatureHeader = "x-paystack-signature";

    /// <summary>The minor units of amounts: hundredths in every currency, even in those without decimals.</summary>
    /// <seealso href="https://paystack.com/docs/api/#supported-currency"/>
    internal static readonly CurrencyExponents Exponents = CurrencyExponents.Iso4217.With(("XOF", 2), ("RWF", 2));

    public string Name => "paystack";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromMinutes(3) };

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(BodySignature.VerifyHex(delivery, SignatureHeader, HmacAlgorithm.Sha512, options.Secrets));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var type = body.RequiredText("event");
        var data = body.Get("data");

        // The data of subscription.expiring_cards is a list, not about a payment, in which the readers below find nothing.
        if (data.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            throw new MalformedDeliveryException("The field data is missing or not an object.");
        }

        return
        [
            new WebhookEvent
            {
                EventId = EventId(type, data, delivery.Body.Span),
                EventType = type,
                PaymentReference = Reference(data),
                PaymentMethod = Method(data)?.ToLowerInvariant(),
                Amount = Amount(data),
                State = PaystackState.Of(type, data),
                OrderReference = Order(data) ?? Order(data.Get("transaction")),
                CustomerReference = Customer(data) ?? Customer(data.Get("transaction")),
                Priority = Priority(type),
                EventTime = Time(type, data),
                Payload = delivery.Body,
            },
        ];
    }

    // A transaction may be refunded in parts, so a refund event is identified by its own fields only.
    private static string EventId(string type, JsonElement data, ReadOnlySpan<byte> body) =>
        (data.Get("id").Scalar() ?? data.Get("reference").Scalar() ?? data.Get("refund_reference").Scalar()) is { } id
            ? EventIds.Of(type, id)
            : EventIds.OfBody(type, body);

    /// <summary>
    /// The transaction's reference if there is one, which refunds, disputes and paid invoices share with their charge; else
    /// the code of the request or transfer.
    /// </summary>
    private static string? Reference(JsonElement data) =>
        data.Get("transaction").Get("reference").Scalar()
        ?? data.Get("transaction_reference").Scalar()
        ?? data.Get("reference").Scalar()
        ?? data.Get("request_code").Text()
        ?? data.Get("invoice_code").Text()
        ?? data.Get("transfer_code").Text()
        ?? data.Get("subscription_code").Text();

    private static string? Method(JsonElement data) =>
        data.Get("channel").Text()
        ?? data.Get("transaction").Get("channel").Text()
        ?? data.Get("authorization").Get("channel").Text();

    private static string? Order(JsonElement data) => MerchantFields.Order(data.Get("metadata")) ?? data.Get("order_id").Scalar();

    private static string? Customer(JsonElement data) =>
        MerchantFields.Customer(data.Get("metadata")) ?? data.Get("customer").Get("customer_code").Text() ?? data.Get("customer").Scalar();

    private static Money? Amount(JsonElement data) => Money.FromMinor(
        data.Get("amount").Scalar() ?? data.Get("refund_amount").Scalar() ?? data.Get("transaction").Get("amount").Scalar(),
        data.Get("currency").Text() ?? data.Get("transaction").Get("currency").Text() ?? data.Get("plan").Get("currency").Text(),
        Exponents);

    private static WebhookPriority Priority(string type) => type switch
    {
        "charge.success" or "paymentrequest.success" => WebhookPriority.High,
        "invoice.create" or "subscription.expiring_cards" => WebhookPriority.Low,
        _ when type.StartsWith("customeridentification.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ when type.StartsWith("dedicatedaccount.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };

    // Later events of a dispute or transfer repeat the time at which it began. Only the time of the last change puts them in order.
    private static DateTimeOffset? Time(string type, JsonElement data)
    {
        var began = data.Get("created_at").Iso() ?? data.Get("createdAt").Iso();
        return data.Get("paid_at").Iso() ?? (type.EndsWith(".create", StringComparison.Ordinal) ? began : null)
            ?? data.Get("resolvedAt").Iso() ?? data.Get("updated_at").Iso() ?? data.Get("updatedAt").Iso() ?? began;
    }
}
