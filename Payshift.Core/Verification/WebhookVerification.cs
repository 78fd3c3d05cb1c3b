using Payshift.Core.Providers;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Verification;

/// <summary>The verification of a batch's webhooks with the APIs of their providers, before they are handled.</summary>
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

    /// <returns>A result for each webhook, in order.</returns>
    public async Task<IReadOnlyList<VerificationResult>> VerifyAsync(IReadOnlyList<Webhook> webhooks, CancellationToken cancellationToken)
    {
        var results = new VerificationResult[webhooks.Count];
        Array.Fill(results, VerificationResult.Confirmed);
        if (_providers.Count == 0)
        {
            return results;
        }

        var ofProviders = Enumerable.Range(0, webhooks.Count)
            .Where(index => _providers.ContainsKey(webhooks[index].Provider))
            .GroupBy(index => webhooks[index].Provider);
        await Task.WhenAll(ofProviders.Select(indexes =>
            VerifyAsync(_providers[indexes.Key], webhooks, [.. indexes], results, cancellationToken)));
        return results;
    }

    public void Dispose()
    {
        foreach (var api in _providers.Values.SelectMany(provider => provider.Apis))
        {
            api.Lookup?.Dispose();
        }
    }

    private static async Task VerifyAsync(
        VerifiedProvider provider, IReadOnlyList<Webhook> webhooks, int[] indexes, VerificationResult[] results, CancellationToken cancellationToken)
    {
        var claims = new List<(int Index, PaymentLookup Lookup, PaymentClaim Claim)>();
        foreach (var index in indexes)
        {
            var (lookup, claim, result) = Read(provider, webhooks[index]);
            results[index] = result;
            if (lookup is not null && claim is not null)
            {
                claims.Add((index, lookup, claim));
            }
        }

        await Task.WhenAll(claims.GroupBy(entry => entry.Lookup).Select(async same =>
        {
            var found = await same.Key.AskAsync([.. same.Select(entry => entry.Claim).Distinct()], cancellationToken);
            foreach (var (index, _, claim) in same)
            {
                results[index] = found[claim];
            }
        }));
    }

    private static (PaymentLookup? Lookup, PaymentClaim? Claim, VerificationResult Finding) Read(VerifiedProvider provider, Webhook webhook)
    {
        try
        {
            // All payloads of one provider have the same format, whichever of its APIs they are about.
            var body = provider.Apis[0].Verifier.Parse(webhook.Payload);
            var (verifier, lookup) = provider.Apis.First(api => api.Verifier.Covers(body));
            var isAuthentic = verifier.IsBodyAuthentic(body);
            if (!provider.IsRequired && (isAuthentic || lookup is null))
            {
                return (null, null, VerificationResult.Confirmed);
            }

            var claim = verifier.ReadClaim(webhook, body);
            return claim switch
            {
                null when isAuthentic => (null, null, VerificationResult.Confirmed),
                { IsAddressable: true } when lookup is null => (null, null, VerificationResult.Mismatch(NoKey(verifier))),
                { IsAddressable: true } => (lookup, claim, VerificationResult.Confirmed),
                _ => (null, null, VerificationResult.Mismatch(Unconfirmable)),
            };
        }
        catch (JsonException)
        {
            // A signed payload that cannot be parsed makes no claim about a payment.
            return (null, null, VerificationResult.Confirmed);
        }
    }

    private static string NoKey(PaymentVerifier verifier) =>
        $"The payment is to be confirmed, and {ProviderSettings.SettingName(verifier.Provider, verifier.KeySetting)} is missing, without which the API cannot be asked.";

    private sealed record VerifiedProvider(bool IsRequired, IReadOnlyList<VerifiedApi> Apis);

    /// <param name="Lookup">The lookup; null without a key.</param>
    private sealed record VerifiedApi(PaymentVerifier Verifier, PaymentLookup? Lookup);
}
