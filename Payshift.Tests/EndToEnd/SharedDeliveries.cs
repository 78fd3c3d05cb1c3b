using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Mollie;
using Payshift.Core.Providers.PayPal;
using Payshift.Tests.Providers;

namespace Payshift.Tests.EndToEnd;

/// <summary>Sample payloads made into deliveries, signed with secrets of the tests as each provider documents.</summary>
internal static class SharedDeliveries
{
    private const string PathSecret = "kQ7wZr2mVt9xYb4nLc8d";
    private const string ClassicFile = "mollie-classic.form";

    public static IReadOnlyList<IWebhookProvider> Providers { get; } =
    [
        .. AllProviders.List.Where(provider => provider.Name is not ("mollie" or "paypal")),
        new MollieProvider(new FakeFetcher(_ => FakeFetcher.Found(ReviewedPayloads.ClassicPayment))),
        new PayPalProvider(new FakeFetcher(_ => PayPalSigner.Serve(PayPalSigner.Leaf)), PayPalSigner.Roots),
    ];

    public static ProviderOptions Options(IWebhookProvider provider)
    {
        var options = AllProviders.Options(provider.Name == "mpesa" ? PathSecret : AllProviders.SecretOf(provider));
        options.WebhookId = PayPalSigner.WebhookId;
        return options;
    }

    public static WebhookDelivery Sign(IWebhookProvider provider, string file)
    {
        var body = File.ReadAllBytes(file);
        return provider.Name switch
        {
            "adyen" => Deliveries.Of(SignItems(body, Convert.FromHexString(AllProviders.SecretOf(provider)))),
            "braintree" => Deliveries.Of(SignForm(body, AllProviders.SecretOf(provider))),
            "flutterwave" when Path.GetFileName(file).StartsWith("flutterwave-v3", StringComparison.Ordinal) =>
                Deliveries.Of(body, ("verif-hash", AllProviders.SecretOf(provider))),
            "mollie" when IsClassic(file) => Deliveries.Of(body),
            "mpesa" => Deliveries.Of(body) with { PathSecret = PathSecret, RemoteAddress = IPAddress.Parse("192.0.2.7") },
            "paypal" => PayPalSigner.Sign(body, body),
            _ => SignedDeliveries.Of(provider, body, body)!,
        };
    }

    /// <summary>As the receiver sees it after a verification that had to ask the provider.</summary>
    public static WebhookDelivery WithFetched(WebhookDelivery delivery, string file) =>
        IsClassic(file) ? delivery with { Fetched = Encoding.UTF8.GetBytes(ReviewedPayloads.ClassicPayment) } : delivery;

    private static bool IsClassic(string file) => Path.GetFileName(file) == ClassicFile;

    /// <summary>Adyen signs within the body, each item for itself.</summary>
    private static byte[] SignItems(byte[] body, byte[] key)
    {
        var document = JsonNode.Parse(body)!;
        foreach (var item in document["notificationItems"]!.AsArray())
        {
            var fields = item!["NotificationRequestItem"]!.AsObject();
            var content = string.Join(
                ':',
                fields["pspReference"],
                fields["originalReference"],
                fields["merchantAccountCode"],
                fields["merchantReference"],
                fields["amount"]?["value"],
                fields["amount"]?["currency"],
                fields["eventCode"],
                fields["success"]);
            var data = fields["additionalData"] as JsonObject ?? [];
            data["hmacSignature"] = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(content)));
            fields["additionalData"] = data;
        }

        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static byte[] SignForm(byte[] body, string privateKey)
    {
        var payload = FormFields.Get(Encoding.UTF8.GetString(body), "bt_payload")!;
        var key = CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(privateKey));
        var signature = Deliveries.Hex(HashAlgorithmName.SHA1, key, Encoding.ASCII.GetBytes(payload));
        return Encoding.ASCII.GetBytes($"bt_signature=public_key%7C{signature}&bt_payload={Uri.EscapeDataString(payload)}");
    }
}
