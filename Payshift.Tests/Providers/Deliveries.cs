using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Payshift.Tests.Providers;

/// <summary>Makes deliveries, and signs them the way each provider documents.</summary>
internal static class Deliveries
{
    public static WebhookDelivery Of(byte[] body, params (string Name, StringValues Value)[] headers) =>
        new(headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase), body);

    public static WebhookDelivery Of(string body, params (string Name, StringValues Value)[] headers) =>
        Of(Encoding.UTF8.GetBytes(body), headers);

    public static ProviderOptions Options(params string[] secrets) => new() { Secrets = [.. secrets] };

    public static string StripeHeader(byte[] body, string secret, long time)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content))}";
    }

    public static string PaystackHeader(byte[] body, string secret) =>
        Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(secret), body));

    public static string FlutterwaveHeader(byte[] body, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public static string StandardWebhooksHeader(byte[] body, byte[] key, string id, long time)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, content))}";
    }

    /// <param name="signed">What the signature is made for.</param>
    /// <param name="sent">What the form carries.</param>
    public static WebhookDelivery BraintreeForm(byte[] signed, byte[] sent, string publicKey, string privateKey)
    {
        var key = CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(privateKey));
        var signature = Hex(HashAlgorithmName.SHA1, key, Encoding.ASCII.GetBytes(Base64Lines(signed)));
        return Of($"bt_signature={publicKey}%7C{signature}&bt_payload={Uri.EscapeDataString(Base64Lines(sent))}");
    }

    public static WebhookEvent Read(IWebhookProvider provider, string body, params (string Name, StringValues Value)[] headers) =>
        Assert.Single(provider.Extract(Of(body, headers)));

    public static string Hex(HashAlgorithmName algorithm, byte[] key, byte[] content) =>
        Convert.ToHexStringLower(CryptographicOperations.HmacData(algorithm, key, content));

    // Padded, so that no payload is as short as a challenge.
    private static string Base64Lines(byte[] bytes) => $"{Convert.ToBase64String([.. new byte[24], .. bytes])}\n";

    public static void AssertMalformed(IWebhookProvider provider, string body, string field) => Assert.Contains(
        field,
        Assert.Throws<MalformedDeliveryException>(() => provider.Extract(Of(body))).Message,
        StringComparison.Ordinal);
}
