using System.IO.Hashing;
using System.Security.Cryptography.X509Certificates;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.PayPal;

/// <summary>
/// PayPal: five headers, of which <c>PAYPAL-TRANSMISSION-SIG</c> is an RSA signature (PKCS #1, SHA-256) over transmission
/// id, time, webhook id and the body's CRC-32, joined by bars. The key is that of a certificate whose URL the sender
/// states and which must be PayPal's own. Or PayPal's API checks the signature, with <see cref="SignatureCheck.Api"/>.
/// </summary>
/// <seealso href="https://developer.paypal.com/api/rest/webhooks/rest/"/>
public sealed class PayPalProvider : IWebhookProvider
{
    private const string Algorithm = "SHA256withRSA";
    private const string UnnamedMethod = "paypal";

    private readonly PayPalCertificates _certificates;
    private readonly PayPalApi _api;
    private readonly SignatureCache _cache;

    public PayPalProvider(IProviderFetcher fetcher)
        : this(fetcher, trustedRoots: null)
    {
    }

    /// <param name="trustedRoots">The trusted roots; null for those of the system.</param>
    /// <param name="cache">The cache of valid signatures; null to compute every one.</param>
    internal PayPalProvider(IProviderFetcher fetcher, X509Certificate2Collection? trustedRoots, SignatureCache? cache = null) =>
        (_certificates, _api, _cache) = (new PayPalCertificates(fetcher, trustedRoots), new PayPalApi(fetcher), cache ?? SignatureCache.Off);

    public string Name => "paypal";

    /// <inheritdoc/>
    public IReadOnlyList<string> KeptHeaders { get; } = ["paypal-transmission-id", "paypal-transmission-time"];

    public IEnumerable<string> Validate(ProviderOptions options)
    {
        foreach (var problem in ProviderSettings.Problems(Name, options, secretRequired: false))
        {
            yield return problem;
        }

        if (string.IsNullOrWhiteSpace(options.WebhookId))
        {
            yield return $"{ProviderSettings.SettingName(Name, nameof(options.WebhookId))} is missing. Set it to the webhook's id as PayPal's dashboard shows it: signatures cover it.";
        }

        if (options.SignatureCheck == SignatureCheck.Api && options.ApiKey?.Contains(':', StringComparison.Ordinal) != true)
        {
            yield return $"{ProviderSettings.SettingName(Name, nameof(options.ApiKey))} is missing or has no colon. Set it to the client id and the client secret joined by one, or {ProviderSettings.SettingName(Name, nameof(options.SignatureCheck))} to {nameof(SignatureCheck.Local)}.";
        }
    }

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.WebhookId)
            || PayPalHeaders.Of(delivery) is not { } headers
            || !headers.Algorithm.Equals(Algorithm, StringComparison.OrdinalIgnoreCase))
        {
            return new(SignatureResult.Missing);
        }

        return options.SignatureCheck == SignatureCheck.Api
            ? new(_api.VerifyAsync(headers, delivery.Body, options, now, cancellationToken))
            : VerifyLocallyAsync(headers, delivery.Body, options, now, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var type = body.RequiredText("event_type");
        var resource = body.Get("resource");
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.Bounded(body.RequiredText("id")),
                EventType = type,
                PaymentReference = PayPalResource.Reference(resource),
                PaymentMethod = PayPalResource.Method(resource)?.ToLowerInvariant() ?? UnnamedMethod,
                Amount = PayPalResource.Amount(resource),
                State = PayPalState.Of(type, resource),
                OrderReference = PayPalResource.Order(resource),
                CustomerReference = PayPalResource.Customer(resource),
                Priority = Priority(type),
                EventTime = body.Get("create_time").Iso(),
                Payload = delivery.Body,
            },
        ];
    }

    private async ValueTask<SignatureResult> VerifyLocallyAsync(
        PayPalHeaders headers, ReadOnlyMemory<byte> body, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (certificate, result) = await _certificates.GetAsync(headers.CertificateUrl, now, cancellationToken);
        if (certificate is null)
        {
            return result;
        }

        return IsSigned(headers, body.Span, options.WebhookId!, certificate) ? SignatureResult.Valid : SignatureResult.Mismatch;
    }

    private bool IsSigned(PayPalHeaders headers, ReadOnlySpan<byte> body, string webhookId, PayPalCertificate certificate)
    {
        var signature = new byte[headers.Signature.Length];
        if (!Convert.TryFromBase64String(headers.Signature, signature, out var length))
        {
            return false;
        }

        var checksum = Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture);
        using var content = SignedContent.Of([], headers.Id, "|", headers.Time, "|", webhookId, "|", checksum);
        return certificate.Verify(content.Span, signature.AsSpan(0, length), _cache);
    }

    private static WebhookPriority Priority(string type) => type switch
    {
        "PAYMENT.CAPTURE.COMPLETED" or "PAYMENT.SALE.COMPLETED" or "CHECKOUT.ORDER.COMPLETED" or "INVOICING.INVOICE.PAID" => WebhookPriority.High,
        _ when type.StartsWith("BILLING.PLAN.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ when type.StartsWith("CATALOG.PRODUCT.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
