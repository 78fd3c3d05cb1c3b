using System.Security.Cryptography;
using Payshift.Core.Providers;
using Payshift.Samples;

namespace Payshift.Chaos.Load;

/// <summary>The merchant's accounts at all providers, with secrets made for this run.</summary>
internal sealed class ProviderAccounts
{
    /// <summary>A delivery keeps its signature however often it is sent again.</summary>
    private const string Tolerance = "06:00:00";

    private const string PublicKey = "public_key";
    private const string NotificationUrl = "https://pay.example/payment/webhooks/square";
    private const string WebhookId = "WH-CHAOS";

    // Two samples may be of one provider, which then has one secret.
    private readonly Dictionary<string, string> _secrets = [];
    private readonly string _payPalKey;
    private readonly Uri _payPalApi;

    /// <param name="payPalKey">PEM of the key that stands for PayPal's.</param>
    /// <param name="payPalApi">Where what it signed is verified.</param>
    public ProviderAccounts(SampleCatalog catalog, string payPalKey, Uri payPalApi)
    {
        (_payPalKey, _payPalApi) = (payPalKey, payPalApi);
        All = [.. catalog.All.Select(Open)];
    }

    public IReadOnlyList<ProviderAccount> All { get; }

    public IEnumerable<KeyValuePair<string, string>> Settings => All.SelectMany(account => account.Settings).DistinctBy(setting => setting.Key);

    private ProviderAccount Open(SampleProvider sample)
    {
        var provider = sample.Provider;
        var request = new SampleRequest
        {
            Secret = SecretOf(provider),
            PublicKey = PublicKey,
            NotificationUrl = NotificationUrl,
            WebhookId = WebhookId,
        };
        var settings = Special(provider).Append((nameof(ProviderOptions.TimestampTolerance), Tolerance));
        return new ProviderAccount(
            sample,
            request,
            // PayPal has no secret, but a key that we cannot have.
            (provider == "paypal" ? settings : settings.Append(("Secrets__0", request.Secret)))
                .ToDictionary(setting => $"Payshift__Providers__{provider}__{setting.Item1}", setting => setting.Item2));
    }

    private IEnumerable<(string Name, string Value)> Special(string provider) => provider switch
    {
        "braintree" => [(nameof(ProviderOptions.PublicKey), PublicKey)],
        "square" => [(nameof(ProviderOptions.NotificationUrl), NotificationUrl)],
        "mpesa" => [("AllowedAddresses__0", "127.0.0.1"), (nameof(ProviderOptions.Verification), nameof(VerificationMode.None))],
        "flutterwave" => [(nameof(ProviderOptions.Verification), nameof(VerificationMode.None))],
        "paypal" =>
        [
            (nameof(ProviderOptions.WebhookId), WebhookId),
            (nameof(ProviderOptions.SignatureCheck), nameof(SignatureCheck.Api)),
            (nameof(ProviderOptions.ApiKey), "client:secret"),
            (nameof(ProviderOptions.ApiBaseUrl), _payPalApi.AbsoluteUri),
            (nameof(ProviderOptions.Verification), nameof(VerificationMode.None)),
        ],
        _ => [],
    };

    private string SecretOf(string provider)
    {
        if (!_secrets.TryGetValue(provider, out var secret))
        {
            secret = provider switch
            {
                "standardwebhooks" => $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(24))}",
                "paypal" => _payPalKey,
                _ => RandomNumberGenerator.GetHexString(64, lowercase: true),
            };
            _secrets[provider] = secret;
        }

        return secret;
    }
}
