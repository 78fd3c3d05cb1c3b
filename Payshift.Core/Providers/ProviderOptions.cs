namespace Payshift.Core.Providers;

/// <summary>
/// The settings of one provider: <c>Payshift__Providers__{provider}__…</c>. A provider is on if it has a secret, or the
/// webhook id or API key that its scheme uses instead.
/// </summary>
public sealed class ProviderOptions
{
    /// <summary>The webhook secrets. A signature by any of them is valid, so that a secret can be rolled.</summary>
    public IList<string> Secrets { get; init; } = [];

    /// <summary>The largest allowed difference between the signed time and now; null for the scheme's default.</summary>
    public TimeSpan? TimestampTolerance { get; set; }

    /// <summary>The webhook's id at the provider, for schemes that sign it (PayPal).</summary>
    public string? WebhookId { get; set; }

    /// <summary>The public key of a key pair (Braintree). Separated by commas, there can be several while a pair is replaced.</summary>
    public string? PublicKey { get; set; }

    /// <summary>This endpoint's URL exactly as registered at the provider, for schemes that sign it (Square).</summary>
    public string? NotificationUrl { get; set; }

    /// <summary>The key of the provider's API; for PayPal the client id and the client secret joined by a colon.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The address of the provider's API, for sandboxes and tests; null for the live one.</summary>
    public Uri? ApiBaseUrl { get; set; }

    /// <summary>The merchant's id at the provider, if the addresses of its API contain it (Braintree).</summary>
    public string? MerchantId { get; set; }

    /// <summary>The key of version 4 of Flutterwave's API: the client id and the client secret joined by a colon.</summary>
    public string? ApiKeyV4 { get; set; }

    /// <summary>The address of version 4 of Flutterwave's API; null for the live one.</summary>
    public Uri? ApiBaseUrlV4 { get; set; }

    /// <summary>The address that gives access tokens for version 4 of Flutterwave's API; null for the live one.</summary>
    public Uri? ApiTokenUrlV4 { get; set; }

    /// <summary>
    /// The accepted values of the <c>Authorization</c> header that deliveries carry in addition to their signature
    /// (Checkout.com). There can be several while one is replaced. If empty, the header is not checked.
    /// </summary>
    public IList<string> AuthorizationHeaders { get; init; } = [];

    /// <summary>The addresses or networks (<c>203.0.113.0/24</c>) that may deliver, for schemes without signatures (M-Pesa).</summary>
    public IList<string> AllowedAddresses { get; init; } = [];

    /// <summary>The way to check the signature, for providers that offer a choice (PayPal).</summary>
    public SignatureCheck SignatureCheck { get; set; }

    /// <summary>Whether the provider's API has to confirm events; null to confirm only what no signature covers.</summary>
    public VerificationMode? Verification { get; set; }

    /// <summary>The retry settings of this provider, where they differ from <c>Payshift__Retry__…</c>.</summary>
    public ProviderRetryOptions Retry { get; init; } = new();

    /// <summary>The number of groups with webhooks of this provider that one process handles at once; null for no limit of its own.</summary>
    public int? Concurrency { get; set; }

    public bool IsOn => Secrets.Count > 0 || !string.IsNullOrWhiteSpace(WebhookId) || !string.IsNullOrWhiteSpace(ApiKey);
}
