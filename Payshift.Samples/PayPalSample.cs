using System.IO.Hashing;
using System.Security.Cryptography;

namespace Payshift.Samples;

/// <summary>
/// PayPal's captures. The signature is RSA with a key that only PayPal has. Here the request's secret is the PEM of another
/// private key, and the verifier must know its public key.
/// </summary>
/// <seealso href="https://developer.paypal.com/api/rest/webhooks/rest/"/>
internal sealed class PayPalSample(TimeProvider time, Random random) : SampleProvider(time, random), IDisposable
{
    private RSA? _key;
    private string? _pem;

    public override string Name => "paypal";

    public override IReadOnlyList<string> EventTypes { get; } =
        ["PAYMENT.CAPTURE.COMPLETED", "PAYMENT.CAPTURE.PENDING", "PAYMENT.CAPTURE.DENIED", "PAYMENT.CAPTURE.REFUNDED"];

    protected override string Currency => "USD";

    public void Dispose() => _key?.Dispose();

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = $"WH-{Ids.Lower("", 17).ToUpperInvariant()}-{Ids.Lower("", 17).ToUpperInvariant()}";
        var reference = sample.Reference ?? Ids.Lower("", 17).ToUpperInvariant();
        var capture = Ids.Lower("", 17).ToUpperInvariant();
        return new SampleContent(
            $$"""
            {
              "id": {{Text(eventId)}},
              "event_version": "1.0",
              "resource_version": "2.0",
              "create_time": {{Text(Timestamp(sample.Time))}},
              "resource_type": "capture",
              "event_type": {{Text(sample.Type)}},
              "summary": "A payment of the sample shop",
              "resource": {
                "id": {{Text(capture)}},
                "amount": { "currency_code": {{Text(sample.Amount.Currency)}}, "value": {{Text(Major(sample.Amount))}} },
                "final_capture": true,
                "status": {{Text(sample.Type[(sample.Type.LastIndexOf('.') + 1)..])}},
                "payment_source": { {{Text(sample.Method)}}: {} },
                "supplementary_data": { "related_ids": { "order_id": {{Text(reference)}} } },
                "create_time": {{Text(Timestamp(sample.Time))}},
                "update_time": {{Text(Timestamp(sample.Time))}}
              },
              "links": [{ "href": {{Text($"https://api.paypal.com/v1/notifications/webhooks-events/{eventId}")}}, "rel": "self", "method": "GET" }]
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        var (id, sent) = (Ids.Guid().ToString(), Timestamp(sentAt));
        var checksum = Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture);
        var content = Encoding.UTF8.GetBytes($"{id}|{sent}|{request.WebhookId}|{checksum}");
        headers["PAYPAL-TRANSMISSION-ID"] = id;
        headers["PAYPAL-TRANSMISSION-TIME"] = sent;
        headers["PAYPAL-TRANSMISSION-SIG"] = Convert.ToBase64String(Key(request.Secret).SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        headers["PAYPAL-CERT-URL"] = "https://api.paypal.com/v1/notifications/certs/CERT-sample";
        headers["PAYPAL-AUTH-ALGO"] = "SHA256withRSA";
    }

    private RSA Key(string pem)
    {
        if (_key is null || _pem != pem)
        {
            _key?.Dispose();
            (_key, _pem) = (RSA.Create(), pem);
            _key.ImportFromPem(pem);
        }

        return _key;
    }
}
