using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Monnify;

/// <summary>
/// Monnify: <c>monnify-signature</c>, HMAC-SHA512 over the body in hexadecimal, keyed with the client secret. Its sandbox
/// signs nothing, so that its deliveries are refused.
/// </summary>
/// <seealso href="https://developers.monnify.com/docs/webhooks"/>
public sealed class MonnifyProvider : IWebhookProvider
{
    private const string SignatureHeader = "monnify-signature";

    /// <summary>The time zone of times, which have no offset: Lagos, without daylight saving time.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(1);

    public string Name => "monnify";

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(BodySignature.VerifyHex(delivery, SignatureHeader, HmacAlgorithm.Sha512, options.Secrets));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var type = body.RequiredText("eventType");
        var data = body.Get("eventData");
        if (data.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedDeliveryException("The field eventData is missing or not an object.");
        }

        return
        [
            new WebhookEvent
            {
                EventId = EventId(type, data, delivery.Body.Span),
                EventType = type,
                PaymentReference = data.Get("paymentReference").Scalar() ?? data.Get("transactionReference").Scalar() ?? data.Get("reference").Scalar(),
                PaymentMethod = data.Get("paymentMethod").Text()?.ToLowerInvariant(),
                Amount = Money.FromMajor(
                    data.Get("amountPaid").Scalar() ?? data.Get("refundAmount").Scalar() ?? data.Get("amount").Scalar(),
                    data.Get("currency").Text(),
                    CurrencyExponents.Iso4217),
                State = State(type, data),
                OrderReference = MerchantFields.Order(data.Get("metaData")),
                CustomerReference = MerchantFields.Customer(data.Get("metaData")),
                Priority = Priority(type),
                EventTime = data.Get("paidOn").Local("d/M/yyyy h:mm:ss tt", Offset) ?? data.Get("completedOn").Local("d/M/yyyy h:mm:ss tt", Offset),
                Payload = delivery.Body,
            },
        ];
    }

    // A payment may be refunded in parts, each with its own reference.
    private static string EventId(string type, JsonElement data, ReadOnlySpan<byte> body) =>
        (data.Get("refundReference").Scalar() ?? data.Get("transactionReference").Scalar() ?? data.Get("reference").Scalar()) is { } id
            ? EventIds.Of(type, id)
            : EventIds.OfBody(type, body);

    private static PaymentState? State(string type, JsonElement data) => type switch
    {
        "SUCCESSFUL_TRANSACTION" => data.Get("paymentStatus").Text() is "PARTIALLY_PAID" or "PENDING" ? PaymentState.Pending : PaymentState.Succeeded,
        "REJECTED_PAYMENT" => PaymentState.Failed,
        "SUCCESSFUL_REFUND" => data.Get("refundType").Text() == "PARTIAL_REFUND" ? PaymentState.PartiallyRefunded : PaymentState.Refunded,
        _ => null,
    };

    private static WebhookPriority Priority(string type) => type switch
    {
        "SUCCESSFUL_TRANSACTION" => WebhookPriority.High,
        "LOW_BALANCE_ALERT" => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
