using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Razorpay;

/// <summary>
/// Razorpay: <c>X-Razorpay-Signature</c>, HMAC-SHA256 over the body in hexadecimal, keyed with the webhook secret. After a
/// secret is changed, retries of older events still use the old one, so keep both configured for a day.
/// </summary>
/// <remarks>
/// The signed bytes identify an event, and not the header <c>x-razorpay-event-id</c>: no signature covers it, so that whoever
/// saw one delivery could repeat it under any number of new ids. A pair of both would not help, since a new id makes a new
/// pair. Retries carry the same body, and two events with the same body are of the same payment in the same second.
/// </remarks>
/// <seealso href="https://razorpay.com/docs/webhooks/validate-test/"/>
public sealed class RazorpayProvider : IWebhookProvider
{
    private const string SignatureHeader = "X-Razorpay-Signature";

    public string Name => "razorpay";

    /// <inheritdoc/>
    public IReadOnlyList<string> KeptHeaders { get; } = ["x-razorpay-event-id"];

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(BodySignature.VerifyHex(delivery, SignatureHeader, HmacAlgorithm.Sha256, options.Secrets));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var type = body.RequiredText("event");
        var payload = body.Get("payload");
        if (payload.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedDeliveryException("The field payload is missing or not an object.");
        }

        var payment = Entity(payload, "payment");
        var subject = Subject(type, payload, payment);
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.OfBody(type, delivery.Body.Span),
                EventType = type,
                PaymentReference = payment.Get("id").Text() ?? subject.Get("payment_id").Text() ?? subject.Get("id").Text(),
                PaymentMethod = payment.Get("method").Text()?.ToLowerInvariant(),
                Amount = Money.FromMinor(subject.Get("amount").Scalar(), subject.Get("currency").Text(), CurrencyExponents.Iso4217),
                State = RazorpayState.Of(type, payment),
                OrderReference = MerchantFields.Order(payment.Get("notes")) ?? payment.Get("order_id").Text(),
                CustomerReference = MerchantFields.Customer(payment.Get("notes")) ?? payment.Get("customer_id").Text(),
                Priority = Priority(type),
                EventTime = body.Get("created_at").SecondsOrIso(),
                Payload = delivery.Body,
            },
        ];
    }

    /// <summary>Finds the event's object by its type, for example <c>refund</c> for <c>refund.processed</c>; else the payment.</summary>
    private static JsonElement Subject(string type, JsonElement payload, JsonElement payment)
    {
        var dot = type.IndexOf('.', StringComparison.Ordinal);
        var named = Entity(payload, type.StartsWith("payment.dispute.", StringComparison.Ordinal) ? "dispute" : dot < 0 ? type : type[..dot]);
        if (named.ValueKind == JsonValueKind.Object)
        {
            return named;
        }

        // The entity of payment.downtime.started has a dot in its name.
        return payment.ValueKind == JsonValueKind.Object ? payment : Entity(payload, "payment.downtime");
    }

    private static JsonElement Entity(JsonElement payload, string name) => payload.Get(name).Get("entity");

    private static WebhookPriority Priority(string type) => type switch
    {
        "payment.captured" or "order.paid" => WebhookPriority.High,
        _ when type.StartsWith("payment.downtime.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
