using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.PayPal;

/// <summary>The cache of PayPal's certificates that passed, by URL. Each is fetched once.</summary>
/// <param name="trustedRoots">Null for those that the system trusts.</param>
internal sealed class PayPalCertificates(IProviderFetcher fetcher, X509Certificate2Collection? trustedRoots)
{
    /// <summary>PayPal uses one or two at a time; strangers can name old ones, but only genuine ones are kept.</summary>
    private const int MaxKept = 16;

    private const int MaxLength = 64 * 1024;

    /// <summary>Far more than PayPal has certificates: whoever names more than these makes us pester PayPal.</summary>
    private const int MaxFetchesPerMinute = 30;

    /// <summary>So that a root that lost its trust is noticed.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private readonly FetchBudget _budget = new(MaxFetchesPerMinute);

    private readonly ConcurrentDictionary<string, (PayPalCertificate Certificate, DateTimeOffset CheckedAt)> _kept = new();

    /// <returns>A certificate that is in date, or why there is none.</returns>
    public async ValueTask<(PayPalCertificate? Certificate, SignatureResult Result)> GetAsync(
        Uri url, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = _kept.TryGetValue(url.AbsoluteUri, out var kept) && kept.Certificate.IsInDate(now) ? kept.Certificate : null;
        if (known is not null && (now - kept.CheckedAt).Duration() < MaxAge)
        {
            return (known, SignatureResult.Valid);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var document = _budget.TryTake(now)
            ? await fetcher.FetchAsync(request, cancellationToken)
            : FetchedDocument.Unreachable;
        if (!document.IsFound)
        {
            // PayPal being out of reach for a moment is no reason to doubt what was checked before.
            return known is not null && !document.IsAbsent
                ? (known, SignatureResult.Valid)
                : (null, document.IsAbsent ? SignatureResult.Mismatch : SignatureResult.Undecided);
        }

        var loaded = document.Body.Length <= MaxLength
            ? PayPalCertificate.Load(Encoding.ASCII.GetString(document.Body.Span), trustedRoots, now)
            : null;
        if (loaded is null)
        {
            _kept.TryRemove(url.AbsoluteUri, out _);
            return (null, SignatureResult.Mismatch);
        }

        if (_kept.Count >= MaxKept)
        {
            _kept.Clear();
        }

        _kept[url.AbsoluteUri] = (loaded, now);
        return (loaded, SignatureResult.Valid);
    }
}
