namespace Payshift.Core.Providers;

/// <summary>
/// The settings of one provider: <c>Payshift__Providers__{provider}__…</c>. A provider is on when it has a secret, or what its
/// scheme has in a secret's place: a webhook id or an API key.
/// </summary>
public sealed class ProviderOptions
{
    /// <summary>Webhook secrets. Several while a secret is rolled: any of them makes a signature valid.</summary>
    public IList<string> Secrets { get; init; } = [];

    /// <summary>How far the signed time may lie from now; the scheme's own default where absent.</summary>
    public TimeSpan? TimestampTolerance { get; set; }

    /// <summary>The webhook's id at the provider, where signatures cover it (PayPal).</summary>
    public string? WebhookId { get; set; }

    /// <summary>The public half of a key pair (Braintree). Several, separated by commas, while a pair is replaced.</summary>
    public string? PublicKey { get; set; }

    /// <summary>This endpoint's URL exactly as it is registered at the provider, where signatures cover it (Square).</summary>
    public string? NotificationUrl { get; set; }

    /// <summary>What opens the provider's API; for PayPal the client id and the client secret joined by a colon.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Where the provider's API is, the live one where absent. For sandboxes and tests.</summary>
    public Uri? ApiBaseUrl { get; set; }

    /// <summary>The merchant's id at the provider, where its API's addresses have it (Braintree).</summary>
    public string? MerchantId { get; set; }

    /// <summary>What opens version 4 of Flutterwave's API: the client id and the client secret joined by a colon.</summary>
    public string? ApiKeyV4 { get; set; }

    /// <summary>Where version 4 of Flutterwave's API is, the live one where absent.</summary>
    public Uri? ApiBaseUrlV4 { get; set; }

    /// <summary>Where access tokens for version 4 of Flutterwave's API come from, the live address where absent.</summary>
    public Uri? ApiTokenUrlV4 { get; set; }

    /// <summary>
    /// Values of the <c>Authorization</c> header that deliveries carry beside their signature (Checkout.com). Several while
    /// one is replaced; none where the header is not looked at.
    /// </summary>
    public IList<string> AuthorizationHeaders { get; init; } = [];

    /// <summary>Addresses or networks (<c>203.0.113.0/24</c>) that may deliver, where nothing is signed (M-Pesa).</summary>
    public IList<string> AllowedAddresses { get; init; } = [];

    /// <summary>Who checks the signature, where there is a choice (PayPal).</summary>
    public SignatureCheck SignatureCheck { get; set; }

    /// <summary>Whether the provider's API has to confirm what an event says; where absent, only what no signature covers.</summary>
    public VerificationMode? Verification { get; set; }

    /// <summary>How its failed webhooks are tried again, where that differs from <c>Payshift__Retry__…</c>.</summary>
    public ProviderRetryOptions Retry { get; init; } = new();

    /// <summary>Groups with webhooks of this provider that one process handles at once; as many as there are where absent.</summary>
    public int? Concurrency { get; set; }

    public bool IsOn => Secrets.Count > 0 || !string.IsNullOrWhiteSpace(WebhookId) || !string.IsNullOrWhiteSpace(ApiKey);
}
