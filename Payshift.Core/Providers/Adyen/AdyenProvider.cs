using System.Buffers;
using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Adyen;

/// <summary>
/// Adyen, with both of its webhook systems on one route. Payments webhooks carry items, each with a signature in the body.
/// Platform and management webhooks have an HMAC-SHA256 over the body in Base64 in the header <c>HmacSignature</c>, whose
/// presence distinguishes them. Keys are hexadecimal.
/// </summary>
/// <seealso href="https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures/"/>
public sealed class AdyenProvider : IWebhookProvider
{
    private const string PlatformHeader = "HmacSignature";

    public string Name => "adyen";

    /// <summary>Endpoints set up before 2024 require this text; for newer ones the status is enough.</summary>
    public ProviderResponses Responses { get; } = new() { Accepted = ProviderResponse.Text("[accepted]"), RetryAfter = TimeSpan.FromMinutes(2) };

    public IEnumerable<string> Validate(ProviderOptions options)
    {
        foreach (var problem in ProviderSettings.Problems(Name, options))
        {
            yield return problem;
        }

        for (var i = 0; i < options.Secrets.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(options.Secrets[i]) && !TryDecode(options.Secrets[i].Trim(), out _))
            {
                yield return $"{ProviderSettings.SecretName(Name, i)} is not hexadecimal. Copy the HMAC key from the Customer Area again.";
            }
        }
    }

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        if (IsPlatform(delivery))
        {
            using var document = JsonDocument.Parse(delivery.Body);
            return [ReadPlatform(document.RequiredObject(), delivery)];
        }

        using var items = JsonReading.ParseStrictly(delivery.Body);
        items.RequiredObject().RequiredArray("notificationItems");
        return [.. AdyenItem.In(items.RootElement).Select(item => item.Read(delivery.Body))];
    }

    private static SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options)
    {
        var keys = options.Secrets
            .Select(secret => TryDecode(secret, out var key) ? key : [])
            .Where(key => key.Length > 0)
            .ToArray();
        return IsPlatform(delivery) ? VerifyPlatform(delivery, keys) : VerifyItems(delivery.Body, keys);
    }

    private static SignatureResult VerifyPlatform(WebhookDelivery delivery, ReadOnlySpan<byte[]> keys)
    {
        var header = delivery.Header(PlatformHeader).ToString();
        if (header.Length is 0 or > SignatureLimits.MaxHeaderLength)
        {
            return SignatureResult.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        presented.AddBase64(header);
        var matches = false;
        foreach (var key in keys)
        {
            matches |= HmacSignature.Matches(HmacAlgorithm.Sha256, key, delivery.Body.Span, presented);
        }

        return matches ? SignatureResult.Valid : SignatureResult.Mismatch;
    }

    // The body is parsed before it is verified, because it contains the signatures. The parser limits its depth, the receiver
    // its size, and reading stops at the first invalid item.
    private static SignatureResult VerifyItems(ReadOnlyMemory<byte> body, ReadOnlySpan<byte[]> keys)
    {
        try
        {
            using var document = JsonReading.ParseStrictly(body);
            var result = SignatureResult.Missing;
            foreach (var item in AdyenItem.In(document.RootElement))
            {
                result = item.Verify(keys);
                if (result != SignatureResult.Valid)
                {
                    return result;
                }
            }

            return result;
        }
        catch (JsonException)
        {
            return SignatureResult.Missing;
        }
    }

    private static WebhookEvent ReadPlatform(JsonElement body, WebhookDelivery delivery)
    {
        var type = body.RequiredText("type");
        var data = body.Get("data");
        var amount = data.Get("amount");
        return new WebhookEvent
        {
            // All events of a transfer share its id.
            EventId = EventIds.OfBody(type, delivery.Body.Span),
            EventType = type,
            PaymentReference = data.Get("categoryData").Get("pspPaymentReference").Text() ?? data.Get("id").Text(),
            PaymentMethod = data.Get("category").Text()?.ToLowerInvariant(),
            Amount = Money.FromMinor(amount.Get("value").Scalar(), amount.Get("currency").Text(), AdyenItem.Exponents),
            Priority = type.Contains(".report.", StringComparison.Ordinal) ? WebhookPriority.Low : WebhookPriority.Normal,
            EventTime = body.Get("timestamp").Iso() ?? data.Get("updatedAt").Iso() ?? data.Get("creationDate").Iso() ?? body.Get("createdAt").Iso(),
            Payload = delivery.Body,
        };
    }

    private static bool IsPlatform(WebhookDelivery delivery) => delivery.Header(PlatformHeader).Count > 0;

    private static bool TryDecode(string secret, out byte[] key)
    {
        key = new byte[secret.Length / 2];
        return key.Length > 0
            && Convert.FromHexString(secret, key, out _, out var written) == OperationStatus.Done
            && written == key.Length;
    }
}
