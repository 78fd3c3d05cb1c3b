using Payshift.Core.Providers.Adyen;
using Payshift.Core.Providers.Braintree;
using Payshift.Core.Providers.Checkout;
using Payshift.Core.Providers.Coinbase;
using Payshift.Core.Providers.Flutterwave;
using Payshift.Core.Providers.GoCardless;
using Payshift.Core.Providers.LemonSqueezy;
using Payshift.Core.Providers.Mollie;
using Payshift.Core.Providers.Monnify;
using Payshift.Core.Providers.Mpesa;
using Payshift.Core.Providers.Paddle;
using Payshift.Core.Providers.PayPal;
using Payshift.Core.Providers.Paystack;
using Payshift.Core.Providers.Razorpay;
using Payshift.Core.Providers.Square;
using Payshift.Core.Providers.StandardWebhooks;
using Payshift.Core.Providers.Stripe;

namespace Payshift.Tests.Providers;

/// <summary>Every provider that Payshift knows, for what must hold for all of them.</summary>
internal static class AllProviders
{
    public const string NotificationUrl = "https://pay.example/payment/webhooks/square";

    public static IReadOnlyList<IWebhookProvider> List { get; } =
    [
        new StripeProvider(),
        new PaystackProvider(),
        new FlutterwaveProvider(),
        new StandardWebhooksProvider(),
        new CheckoutProvider(),
        new CoinbaseProvider(),
        new RazorpayProvider(),
        new GoCardlessProvider(),
        new LemonSqueezyProvider(),
        new MonnifyProvider(),
        new PaddleProvider(),
        new SquareProvider(),
        new AdyenProvider(),
        new BraintreeProvider(),
        new MpesaProvider(),
        new MollieProvider(new FakeFetcher(_ => FakeFetcher.NotFound)),
        new PayPalProvider(new FakeFetcher(PayPalFiles.Serve), PayPalFiles.Roots),
    ];

    /// <summary>Svix is Standard Webhooks under other header names.</summary>
    public static IWebhookProvider? Find(string name) =>
        List.FirstOrDefault(provider => provider.Name == (name == "svix" ? "standardwebhooks" : name));

    /// <summary>A secret in the form that the provider gives it.</summary>
    public static string SecretOf(IWebhookProvider provider) => provider.Name switch
    {
        "standardwebhooks" => "whsec_c2VjcmV0LWtleS1vZi1vdXJz",
        "adyen" => "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF",
        _ => "c2VjcmV0LWtleS1vZi1vdXJz",
    };

    /// <summary>Settings that will do for any of them, with the secrets given.</summary>
    public static ProviderOptions Options(params string[] secrets) => new()
    {
        Secrets = [.. secrets],
        NotificationUrl = NotificationUrl,
        PublicKey = "public_key",
        WebhookId = "WH-1",
        ApiKey = "id:key",
        AllowedAddresses = ["192.0.2.0/24"],
    };
}
