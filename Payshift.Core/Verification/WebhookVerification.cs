using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Payshift.Core.Circuits;
using Payshift.Core.Providers;
using Payshift.Core.Webhooks;

namespace Payshift.Core.Verification;

/// <summary>Has providers confirm what a batch's webhooks say, before anybody acts on it.</summary>
internal sealed class WebhookVerification : IDisposable
{
    private const string Unconfirmable =
        "No signature covers this event, and no call of the provider's API confirms one of its kind. Look at the provider's dashboard before you act on it.";

    private readonly Dictionary<string, VerifiedProvider> _providers;

    public WebhookVerification(
        IEnumerable<PaymentVerifier> verifiers,
        IOptions<ProvidersOptions> options,
        IHttpClientFactory clients,
        ICircuitRegistry circuits,
        TimeProvider timeProvider,
        ILoggerFactory loggers)
    {
        _providers = verifiers
            .Where(verifier => options.Value.TryGetValue(verifier.Provider, out var own) && CanVerify(own))
            .ToDictionary(verifier => verifier.Provider, verifier =>
            {
                var own = options.Value[verifier.Provider];
                var api = new ProviderApi(verifier, own, clients, circuits, timeProvider, loggers.CreateLogger<ProviderApi>());
                var inquiry = new PaymentInquiry(verifier, api, timeProvider, loggers.CreateLogger<PaymentInquiry>());
                return new VerifiedProvider(verifier, own.Verification == VerificationMode.Required, inquiry);
            });
    }

    /// <returns>A finding for each webhook, in order.</returns>
    public async Task<IReadOnlyList<VerificationFinding>> VerifyAsync(IReadOnlyList<Webhook> webhooks, CancellationToken cancellationToken)
    {
        var findings = new VerificationFinding[webhooks.Count];
        Array.Fill(findings, VerificationFinding.Confirmed);
        if (_providers.Count == 0)
        {
            return findings;
        }

        var ofProviders = Enumerable.Range(0, webhooks.Count)
            .Where(index => _providers.ContainsKey(webhooks[index].Provider))
            .GroupBy(index => webhooks[index].Provider);
        await Task.WhenAll(ofProviders.Select(indexes =>
            VerifyAsync(_providers[indexes.Key], webhooks, [.. indexes], findings, cancellationToken))).ConfigureAwait(false);
        return findings;
    }

    public void Dispose()
    {
        foreach (var provider in _providers.Values)
        {
            provider.Inquiry.Dispose();
        }
    }

    private static bool CanVerify(ProviderOptions options) =>
        options.Verification != VerificationMode.None && !string.IsNullOrWhiteSpace(options.ApiKey);

    private static async Task VerifyAsync(
        VerifiedProvider provider, IReadOnlyList<Webhook> webhooks, int[] indexes, VerificationFinding[] findings, CancellationToken cancellationToken)
    {
        var claims = new Dictionary<int, PaymentClaim>();
        foreach (var index in indexes)
        {
            var (claim, finding) = Read(provider, webhooks[index]);
            findings[index] = finding;
            if (claim is not null)
            {
                claims[index] = claim;
            }
        }

        if (claims.Count == 0)
        {
            return;
        }

        var answers = await provider.Inquiry.AskAsync([.. claims.Values.Distinct()], cancellationToken).ConfigureAwait(false);
        foreach (var (index, claim) in claims)
        {
            findings[index] = answers[claim];
        }
    }

    private static (PaymentClaim? Claim, VerificationFinding Finding) Read(VerifiedProvider provider, Webhook webhook)
    {
        try
        {
            using var document = JsonDocument.Parse(webhook.Payload);
            var body = document.RootElement;
            var isAuthentic = provider.Verifier.IsBodyAuthentic(body);
            if (isAuthentic && !provider.IsRequired)
            {
                return (null, VerificationFinding.Confirmed);
            }

            var claim = provider.Verifier.ReadClaim(webhook, body);
            return claim switch
            {
                { IsAddressable: true } => (claim, VerificationFinding.Confirmed),
                null when isAuthentic => (null, VerificationFinding.Confirmed),
                _ => (null, VerificationFinding.Mismatch(Unconfirmable)),
            };
        }
        catch (JsonException)
        {
            // A provider that signed what is no JSON said nothing of a payment that could be confirmed.
            return (null, VerificationFinding.Confirmed);
        }
    }

    private sealed record VerifiedProvider(PaymentVerifier Verifier, bool IsRequired, PaymentInquiry Inquiry);
}
