using System.Security.Cryptography;

namespace Payshift.Samples;

/// <summary>Events in the form of the Standard Webhooks specification, which leaves <c>data</c> to the sender.</summary>
/// <seealso href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md"/>
internal sealed class StandardWebhooksSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    private const string SecretPrefix = "whsec_";

    public override string Name => "standardwebhooks";

    public override IReadOnlyList<string> EventTypes { get; } = ["payment.succeeded", "payment.failed", "payment.refunded", "invoice.paid"];

    protected override string Currency => "EUR";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Lower("pay_", 20);
        return new SampleContent(
            $$"""
            {
              "type": {{Text(sample.Type)}},
              "timestamp": {{Text(sample.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture))}},
              "data": {
                "id": {{Text(reference)}},
                "reference": {{Text(reference)}},
                "payment_method": {{Text(sample.Method)}},
                "amount": {{sample.Amount.MinorUnits}},
                "currency": {{Text(sample.Amount.Currency)}},
                "customer": { "id": {{Text(Ids.Lower("cus_", 16))}}, "email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}} }
              }
            }
            """,
            Ids.Token("msg_", 27),
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        var timestamp = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{eventId}.{timestamp}."), .. body];
        headers["webhook-id"] = eventId;
        headers["webhook-timestamp"] = timestamp;
        headers["webhook-signature"] = "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(request.Secret), signed));
    }

    /// <exception cref="FormatException">The secret is not base64.</exception>
    private static byte[] Key(string secret)
    {
        var text = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }
}
