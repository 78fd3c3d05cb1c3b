using System.Security.Cryptography;

namespace Payshift.Tests.Providers;

/// <summary>Signs any bytes the way each provider whose signature covers the body's bytes does.</summary>
internal static class SignedDeliveries
{
    public const long Now = 1_790_000_000;

    private static readonly byte[] StandardWebhooksKey = Convert.FromBase64String("c2VjcmV0LWtleS1vZi1vdXJz");

    /// <returns>Null for the few whose signature covers something else.</returns>
    public static WebhookDelivery? Of(IWebhookProvider provider, byte[] signed, byte[] sent)
    {
        var secret = AllProviders.SecretOf(provider);
        var key = Encoding.UTF8.GetBytes(secret);
        return provider.Name switch
        {
            "stripe" => Deliveries.Of(sent, ("Stripe-Signature", Deliveries.StripeHeader(signed, secret, Now))),
            "paystack" => Deliveries.Of(sent, ("x-paystack-signature", Deliveries.PaystackHeader(signed, secret))),
            "flutterwave" => Deliveries.Of(sent, ("flutterwave-signature", Deliveries.FlutterwaveHeader(signed, secret))),
            "standardwebhooks" => Deliveries.Of(
                sent,
                ("webhook-id", "msg_1"),
                ("webhook-timestamp", "1790000000"),
                ("webhook-signature", Deliveries.StandardWebhooksHeader(signed, StandardWebhooksKey, "msg_1", Now))),
            "checkout" => Hex("Cko-Signature"),
            "coinbase" => Hex("X-CC-Webhook-Signature"),
            "razorpay" => Hex("X-Razorpay-Signature"),
            "gocardless" => Hex("Webhook-Signature"),
            "lemonsqueezy" => Hex("X-Signature"),
            "mollie" => Hex("X-Mollie-Signature"),
            "monnify" => Deliveries.Of(sent, ("monnify-signature", Deliveries.Hex(HashAlgorithmName.SHA512, key, signed))),
            "paddle" => Deliveries.Of(
                sent,
                ("Paddle-Signature", $"ts={Now};h1={Deliveries.Hex(HashAlgorithmName.SHA256, key, [.. Encoding.UTF8.GetBytes($"{Now}:"), .. signed])}")),
            "square" => Base64("x-square-hmacsha256-signature", key, [.. Encoding.UTF8.GetBytes(AllProviders.NotificationUrl), .. signed]),
            "adyen" => Base64("HmacSignature", Convert.FromHexString(secret), signed),
            "braintree" => Deliveries.BraintreeForm(signed, sent, "public_key", secret),
            _ => null,
        };

        WebhookDelivery Base64(string header, byte[] hmacKey, byte[] content) =>
            Deliveries.Of(sent, (header, Convert.ToBase64String(HMACSHA256.HashData(hmacKey, content))));

        WebhookDelivery Hex(string header) => Deliveries.Of(sent, (header, Deliveries.Hex(HashAlgorithmName.SHA256, key, signed)));
    }
}
