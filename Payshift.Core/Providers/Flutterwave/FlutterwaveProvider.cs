using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Flutterwave;

/// <summary>
/// Flutterwave, with both versions of its API on one route. Version 4 signs: <c>flutterwave-signature</c>, HMAC-SHA256 over the
/// body in Base64, keyed with the secret hash. Version 3 only repeats the secret hash in <c>verif-hash</c>, which does not
/// cover the body, so that such an event must be confirmed with Flutterwave's API.
/// </summary>
/// <seealso href="https://developer.flutterwave.com/docs/webhooks"/>
/// <seealso href="https://developer.flutterwave.com/v3.0.0/docs/webhooks"/>
public sealed class FlutterwaveProvider : IWebhookProvider
{
    private const string SignatureHeader = "flutterwave-signature";
    private const string SecretHashHeader = "verif-hash";

    public string Name => "flutterwave";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromMinutes(3) };

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var data = body.Get("data");
        if (data.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedDeliveryException("The field data is missing or not an object.");
        }

        return [body.Get("event").Text() is { } type ? ReadVersion3(type, body, data, delivery) : ReadVersion4(body, data, delivery)];
    }

    private static SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options)
    {
        var signature = delivery.Header(SignatureHeader);
        if (signature.Count > 0)
        {
            // A signature marks version 4, for which no weaker check is accepted.
            return VerifySignature(signature.ToString(), delivery, options);
        }

        var hash = delivery.Header(SecretHashHeader).ToString();
        if (hash.Length is 0 or > SignatureLimits.MaxHeaderLength)
        {
            return SignatureResult.Missing;
        }

        // Every delivery of version 3 contains the hash. Whoever saw one could sign events of version 4 with it.
        return SharedSecret.EqualsAny(options.Secrets, hash) && !IsVersion4(delivery.Body) ? SignatureResult.Valid : SignatureResult.Mismatch;
    }

    private static bool IsVersion4(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.Get("event").Text() is null && document.RootElement.Get("type").Text() is not null;
        }
        catch (JsonException)
        {
            // A body that cannot be read is refused later, on extraction.
            return false;
        }
    }

    private static SignatureResult VerifySignature(string header, WebhookDelivery delivery, ProviderOptions options)
    {
        if (header.Length is 0 or > SignatureLimits.MaxHeaderLength)
        {
            return SignatureResult.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        presented.AddBase64(header);
        return HmacSignature.MatchesAny(HmacAlgorithm.Sha256, options.Secrets, delivery.Body.Span, presented)
            ? SignatureResult.Valid
            : SignatureResult.Mismatch;
    }

    private static WebhookEvent ReadVersion3(string type, JsonElement body, JsonElement data, WebhookDelivery delivery) => new()
    {
        EventId = OwnId(type, data, delivery),
        EventType = type,
        PaymentReference = data.Get("tx_ref").Scalar() ?? data.Get("reference").Scalar() ?? data.Get("flw_ref").Scalar(),
        PaymentMethod = data.Get("payment_type").Text()?.ToLowerInvariant(),
        Amount = Amount(data),
        State = State(type, data),
        OrderReference = MerchantFields.Order(body.Get("meta_data")) ?? MerchantFields.Order(data.Get("meta")),
        CustomerReference = MerchantFields.Customer(body.Get("meta_data")) ?? Customer(data),
        Priority = Priority(type, data),
        EventTime = data.Get("created_at").Iso(),
        Payload = delivery.Body,
    };

    private static WebhookEvent ReadVersion4(JsonElement body, JsonElement data, WebhookDelivery delivery)
    {
        var type = body.Get("type").Text()
            ?? throw new MalformedDeliveryException("The field event (version 3) or type (version 4) is missing or not text.");
        return new WebhookEvent
        {
            EventId = (body.Get("webhook_id").Text() ?? body.Get("id").Text()) is { } id
                ? EventIds.Bounded(id)
                : OwnId(type, data, delivery),
            EventType = type,
            PaymentReference = data.Get("reference").Scalar() ?? data.Get("id").Scalar(),
            PaymentMethod = data.Get("payment_method").Get("type").Text()?.ToLowerInvariant(),
            Amount = Amount(data),
            State = State(type, data),
            OrderReference = MerchantFields.Order(data.Get("meta")) ?? data.Get("order_id").Text(),
            CustomerReference = Customer(data),
            Priority = Priority(type, data),
            EventTime = body.Get("timestamp").MillisecondsOrIso() ?? data.Get("created_datetime").SecondsOrIso(),
            Payload = delivery.Body,
        };
    }

    // A change of the same transaction's status is another event.
    private static string OwnId(string type, JsonElement data, WebhookDelivery delivery) =>
        data.Get("id").Scalar() is { } id
            ? EventIds.Of(type, id, data.Get("status").Text())
            : EventIds.OfBody(type, delivery.Body.Span);

    private static Money? Amount(JsonElement data) =>
        Money.FromMajor(data.Get("amount").Scalar(), data.Get("currency").Text(), CurrencyExponents.Iso4217);

    private static string? Customer(JsonElement data) =>
        MerchantFields.Customer(data.Get("meta")) ?? data.Get("customer").Get("id").Scalar();

    private static PaymentState? State(string type, JsonElement data) => (type, data.Get("status").Text()?.ToLowerInvariant()) switch
    {
        ("charge.completed", "pending") => PaymentState.Pending,
        ("charge.completed", "failed") => PaymentState.Failed,
        ("charge.completed", "successful" or "succeeded") => PaymentState.Succeeded,
        ("refund.completed", "completed" or "successful" or "succeeded") => PaymentState.Refunded,
        _ => null,
    };

    private static WebhookPriority Priority(string type, JsonElement data) => type switch
    {
        "charge.completed" when data.Get("status").Text()?.ToLowerInvariant() is "successful" or "succeeded" => WebhookPriority.High,
        _ when type.StartsWith("transfer.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
