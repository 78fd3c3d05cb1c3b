using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Checkout;

/// <summary>
/// Checkout.com: <c>Cko-Signature</c>, HMAC-SHA256 over the body in hexadecimal, keyed with the workflow's signature key.
/// Where <see cref="ProviderOptions.AuthorizationHeaders"/> are set, <c>Authorization</c> has to equal one of them as well.
/// </summary>
/// <remarks>
/// Checkout.com has sent signed events that are not JSON. Refused, they would only be sent again, so they are kept as they
/// are, with the type <see cref="UnreadableType"/>, for an operator to look at.
/// </remarks>
/// <seealso href="https://www.checkout.com/docs/developer-resources/webhooks/receive-webhooks"/>
public sealed class CheckoutProvider : IWebhookProvider
{
    /// <summary>The type of events that cannot be read.</summary>
    public const string UnreadableType = "unreadable";

    private const string SignatureHeader = "Cko-Signature";
    private const string AuthorizationHeader = "Authorization";

    /// <seealso href="https://www.checkout.com/docs/resources/calculating-the-amount"/>
    internal static readonly CurrencyExponents Exponents = CurrencyExponents.Iso4217.With(("CLP", 2));

    public string Name => "checkout";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromMinutes(5) };

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(IsAuthorized(delivery, options)
            ? BodySignature.VerifyHex(delivery, SignatureHeader, HmacAlgorithm.Sha256, options.Secrets)
            : SignatureResult.Mismatch);

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        try
        {
            using var document = JsonDocument.Parse(delivery.Body);
            return [Read(document.RequiredObject(), delivery)];
        }
        catch (JsonException)
        {
            return
            [
                new WebhookEvent
                {
                    EventId = EventIds.OfBody(UnreadableType, delivery.Body.Span),
                    EventType = UnreadableType,
                    Payload = delivery.Body,
                },
            ];
        }
    }

    // The header is the same in every delivery. It does not cover the body and never replaces the signature.
    private static bool IsAuthorized(WebhookDelivery delivery, ProviderOptions options) =>
        options.AuthorizationHeaders.Count == 0
        || (delivery.Header(AuthorizationHeader).ToString() is { Length: > 0 and <= SignatureLimits.MaxHeaderLength } presented
            && SharedSecret.EqualsAny(options.AuthorizationHeaders, presented));

    private static WebhookEvent Read(JsonElement body, WebhookDelivery delivery)
    {
        var type = body.RequiredText("type");
        var data = body.Get("data");
        return new WebhookEvent
        {
            EventId = EventIds.Bounded(body.RequiredText("id")),
            EventType = type,

            // Only events about another object than the payment state its id in addition to their own.
            PaymentReference = data.Get("payment_id").Text() ?? data.Get("id").Text() ?? data.Get("reference").Scalar(),
            PaymentMethod = data.Get("source").Get("type").Text()?.ToLowerInvariant(),
            Amount = Money.FromMinor(data.Get("amount").Scalar(), data.Get("currency").Text(), Exponents),
            State = CheckoutState.Of(type, data),
            OrderReference = MerchantFields.Order(data.Get("metadata")) ?? data.Get("payment_reference").Scalar() ?? data.Get("reference").Scalar(),
            CustomerReference = MerchantFields.Customer(data.Get("metadata")) ?? data.Get("customer").Get("id").Text(),
            Priority = Priority(type),
            EventTime = body.Get("created_on").Iso() ?? body.Get("timestamp").Iso(),
            Payload = delivery.Body,
        };
    }

    // Approved means authorised; the money follows with the capture.
    private static WebhookPriority Priority(string type) => type switch
    {
        "payment_captured" => WebhookPriority.High,
        "card_verified" => WebhookPriority.Low,
        _ when type.StartsWith("report", StringComparison.Ordinal) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
