using System.Globalization;
using System.Security.Cryptography;

namespace Payshift.Tests.Cli;

/// <summary>The schemes once more, straight from their documentation and apart from the code under test.</summary>
internal static class Signatures
{
    public const string StripeSecret = "whsec_stripeSample";
    public const string PaystackSecret = "sk_test_paystackSample";
    public const string FlutterwaveSecret = "flutterwave-hash";
    public const string StandardWebhooksSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static readonly IReadOnlyDictionary<string, string?> Settings = new Dictionary<string, string?>
    {
        ["Payshift__Providers__stripe__Secrets__0"] = StripeSecret,
        ["Payshift__Providers__paystack__Secrets__0"] = PaystackSecret,
        ["Payshift__Providers__flutterwave__Secrets__0"] = FlutterwaveSecret,
        ["Payshift__Providers__standardwebhooks__Secrets__0"] = StandardWebhooksSecret,
    };

    public static string SecretOf(string provider) => Settings[$"Payshift__Providers__{provider}__Secrets__0"]!;

    public static bool Hold(string provider, Func<string, string?> header, byte[] body) => provider switch
    {
        "stripe" => Stripe(header("Stripe-Signature"), body),
        "paystack" => header("x-paystack-signature") == Convert.ToHexStringLower(HMACSHA512.HashData(Utf8(PaystackSecret), body)),
        "flutterwave" when header("verif-hash") is { } hash => hash == FlutterwaveSecret,
        "flutterwave" => header("flutterwave-signature") == Convert.ToBase64String(HMACSHA256.HashData(Utf8(FlutterwaveSecret), body)),
        "standardwebhooks" => StandardWebhooks(header, body),
        _ => false,
    };

    private static bool Stripe(string? header, byte[] body)
    {
        var parts = (header ?? "").Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[^1]);
        var text = parts.GetValueOrDefault("t", "") + "." + Encoding.UTF8.GetString(body);
        return parts.GetValueOrDefault("v1") == Convert.ToHexStringLower(HMACSHA256.HashData(Utf8(StripeSecret), Utf8(text)));
    }

    private static bool StandardWebhooks(Func<string, string?> header, byte[] body)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{header("webhook-id")}.{header("webhook-timestamp")}.{Encoding.UTF8.GetString(body)}");
        var key = Convert.FromBase64String(StandardWebhooksSecret["whsec_".Length..]);
        return header("webhook-signature") == "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Utf8(text)));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
