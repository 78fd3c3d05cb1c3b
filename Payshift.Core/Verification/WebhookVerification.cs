using Payshift.Core.Providers;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Telemetry;

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
        PayshiftTelemetry telemetry,
        ILoggerFactory loggers)
    {
        _providers = verifiers
            .Where(verifier => options.Value.TryGetValue(verifier.Provider, out var own) && own.Verification != VerificationMode.None)
            .GroupBy(verifier => verifier.Provider)
            .Where(same => same.Any(verifier => verifier.Key(options.Value[same.Key]) is not null))
            .ToDictionary(same => same.Key, same =>
            {
                var own = options.Value[same.Key];
                return new VerifiedProvider(own.Verification == VerificationMode.Required, [.. same.Select(verifier => Compose(verifier, own))]);
            });

        VerifiedApi Compose(PaymentVerifier verifier, ProviderOptions own)
        {
            if (verifier.Key(own) is null)
            {
                return new VerifiedApi(verifier, null);
            }

            var api = new ProviderApi(verifier, own, clients, circuits, timeProvider, telemetry, loggers.CreateLogger<ProviderApi>());
            return new VerifiedApi(verifier, new PaymentLookup(verifier, api, timeProvider, loggers.CreateLogger<PaymentLookup>()));
        }
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
            VerifyAsync(_providers[indexes.Key], webhooks, [.. indexes], findings, cancellationToken)));
        return findings;
    }

    public void Dispose()
    {
        foreach (var api in _providers.Values.SelectMany(provider => provider.Apis))
        {
            api.Inquiry?.Dispose();
        }
    }

    private static async Task VerifyAsync(
        VerifiedProvider provider, IReadOnlyList<Webhook> webhooks, int[] indexes, VerificationFinding[] findings, CancellationToken cancellationToken)
    {
        var claims = new List<(int Index, PaymentLookup Inquiry, PaymentClaim Claim)>();
        foreach (var index in indexes)
        {
            var (inquiry, claim, finding) = Read(provider, webhooks[index]);
            findings[index] = finding;
            if (inquiry is not null && claim is not null)
            {
                claims.Add((index, inquiry, claim));
            }
        }

        await Task.WhenAll(claims.GroupBy(entry => entry.Inquiry).Select(async same =>
        {
            var answers = await same.Key.AskAsync([.. same.Select(entry => entry.Claim).Distinct()], cancellationToken);
            foreach (var (index, _, claim) in same)
            {
                findings[index] = answers[claim];
            }
        }));
    }

    private static (PaymentLookup? Inquiry, PaymentClaim? Claim, VerificationFinding Finding) Read(VerifiedProvider provider, Webhook webhook)
    {
        try
        {
            // Payloads of one provider are written alike, whichever of its APIs they come from.
            var body = provider.Apis[0].Verifier.Parse(webhook.Payload);
            var (verifier, inquiry) = provider.Apis.First(api => api.Verifier.Covers(body));
            var isAuthentic = verifier.IsBodyAuthentic(body);
            if (!provider.IsRequired && (isAuthentic || inquiry is null))
            {
                return (null, null, VerificationFinding.Confirmed);
            }

            var claim = verifier.ReadClaim(webhook, body);
            return claim switch
            {
                null when isAuthentic => (null, null, VerificationFinding.Confirmed),
                { IsAddressable: true } when inquiry is null => (null, null, VerificationFinding.Mismatch(NoKey(verifier))),
                { IsAddressable: true } => (inquiry, claim, VerificationFinding.Confirmed),
                _ => (null, null, VerificationFinding.Mismatch(Unconfirmable)),
            };
        }
        catch (JsonException)
        {
            // A provider that signed what cannot be read said nothing of a payment that could be confirmed.
            return (null, null, VerificationFinding.Confirmed);
        }
    }

    private static string NoKey(PaymentVerifier verifier) =>
        $"The payment is to be confirmed, and {ProviderSettings.SettingName(verifier.Provider, verifier.KeySetting)} is missing, without which the API cannot be asked.";

    private sealed record VerifiedProvider(bool IsRequired, IReadOnlyList<VerifiedApi> Apis);

    /// <param name="Inquiry">Null without a key.</param>
    private sealed record VerifiedApi(PaymentVerifier Verifier, PaymentLookup? Inquiry);
}
