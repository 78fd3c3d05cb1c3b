using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.StandardWebhooks;

/// <summary>
/// Any sender that follows Standard Webhooks, under its <c>webhook-*</c> header names or Svix's <c>svix-*</c>: id, time and
/// body joined by dots, signed with HMAC-SHA256 (<c>v1</c>, secret <c>whsec_…</c>) or Ed25519 (<c>v1a</c>, public key
/// <c>whpk_…</c>).
/// </summary>
/// <remarks>
/// The specification leaves the payload's <c>data</c> to the sender. Reference and method are read from their usual
/// names. An amount is not read, because nothing distinguishes minor units from major ones.
/// </remarks>
/// <seealso href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md"/>
public sealed class StandardWebhooksProvider : IWebhookProvider
{
    /// <summary>The type of events without one, which the specification only recommends.</summary>
    private readonly SignatureCache _cache;

    public StandardWebhooksProvider()
        : this(SignatureCache.Off)
    {
    }

    internal StandardWebhooksProvider(SignatureCache cache) => _cache = cache;

    public string Name => "standardwebhooks";

    /// <inheritdoc/>
    public IReadOnlyList<string> KeptHeaders { get; } = ["webhook-id", "webhook-timestamp", "svix-id", "svix-timestamp"];

    public IEnumerable<string> Validate(ProviderOptions options)
    {
        foreach (var problem in ProviderSettings.Problems(Name, options))
        {
            yield return problem;
        }

        for (var i = 0; i < options.Secrets.Count; i++)
        {
            var usable = StandardWebhooksKey.TryParse(options.Secrets[i]?.Trim(), out var key)
                && (!key.IsPublic || Ed25519Signature.IsPublicKey(key.Bytes));
            if (!usable && !string.IsNullOrWhiteSpace(options.Secrets[i]))
            {
                yield return $"{ProviderSettings.SecretName(Name, i)} is neither whsec_ followed by Base64 nor whpk_ followed by the Base64 of an Ed25519 public key. Copy it from the sender again.";
            }
        }
    }

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options, now));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        var id = StandardWebhooksHeaders.Of(delivery)?.Id
            ?? throw new MalformedDeliveryException("The header webhook-id is missing.");
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RootElement;
        var data = body.Get("data");
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.Bounded(id),
                EventType = body.Get("type").Text() ?? Webhook.UnknownType,
                PaymentReference = data.Get("payment_reference").Scalar()
                    ?? data.Get("payment_id").Scalar()
                    ?? data.Get("reference").Scalar()
                    ?? data.Get("id").Scalar(),
                PaymentMethod = (data.Get("payment_method").Text() ?? data.Get("payment_method").Get("type").Text())?.ToLowerInvariant(),
                State = StandardWebhooksState.Of(body.Get("type").Text() ?? Webhook.UnknownType),
                OrderReference = MerchantFields.Order(data) ?? MerchantFields.Order(data.Get("metadata")),
                CustomerReference = MerchantFields.Customer(data) ?? data.Get("customer").Get("id").Scalar() ?? MerchantFields.Customer(data.Get("metadata")),
                EventTime = body.Get("timestamp").SecondsOrIso(),
                Payload = delivery.Body,
            },
        ];
    }

    private SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now)
    {
        if (StandardWebhooksHeaders.Of(delivery) is not { } headers || !TimeWindow.TryParse(headers.Timestamp, out var seconds))
        {
            return SignatureResult.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var symmetric = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        var asymmetric = new PresentedSignatures(
            stackalloc byte[PresentedSignatures.BufferLength(Ed25519Signature.Length)], Ed25519Signature.Length);
        if (!headers.TryReadSignatures(ref symmetric, ref asymmetric))
        {
            return SignatureResult.Missing;
        }

        using var content = SignedContent.Of(delivery.Body.Span, headers.Id, ".", headers.Timestamp, ".");
        var matches = false;
        for (var i = 0; i < options.Secrets.Count; i++)
        {
            // The kind of secret decides which version it may verify. A public key, which anyone may know, must never serve
            // as the key of an HMAC.
            if (StandardWebhooksKey.TryParse(options.Secrets[i], out var key))
            {
                matches |= key.IsPublic
                    ? Ed25519Signature.Matches(key.Bytes, content.Span, asymmetric, _cache)
                    : HmacSignature.Matches(HmacAlgorithm.Sha256, key.Bytes, content.Span, symmetric);
            }
        }

        if (!matches)
        {
            return SignatureResult.Mismatch;
        }

        return TimeWindow.Contains(seconds, now, options.TimestampTolerance ?? TimeWindow.Default)
            ? SignatureResult.Valid
            : SignatureResult.OutsideTimeWindow;
    }
}
