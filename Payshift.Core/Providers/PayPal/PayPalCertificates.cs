using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.PayPal;

/// <summary>The cache of PayPal's certificates by URL. A certificate is fetched once and kept if it passes the checks.</summary>
/// <param name="trustedRoots">The trusted roots; null for those of the system.</param>
internal sealed class PayPalCertificates(IProviderFetcher fetcher, X509Certificate2Collection? trustedRoots)
{
    /// <summary>The number of certificates that are kept, all of them genuine. PayPal uses one or two at a time.</summary>
    private const int MaxKept = 16;

    private const int MaxLength = 64 * 1024;

    /// <summary>The limit on fetches from PayPal, far above the number of its certificates.</summary>
    private const int MaxFetchesPerMinute = 30;

    /// <summary>The time after which a certificate is checked again, to notice that its root is no longer trusted.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(1);

    private readonly FetchRateLimiter _rateLimiter = new(MaxFetchesPerMinute);

    private readonly ConcurrentDictionary<string, (PayPalCertificate Certificate, DateTimeOffset CheckedAt)> _kept = new();

    /// <returns>A certificate that is in date, or null and the reason.</returns>
    public async ValueTask<(PayPalCertificate? Certificate, SignatureResult Result)> GetAsync(
        Uri url, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = _kept.TryGetValue(url.AbsoluteUri, out var kept) && kept.Certificate.IsInDate(now) ? kept.Certificate : null;
        if (known is not null && (now - kept.CheckedAt).Duration() < MaxAge)
        {
            return (known, SignatureResult.Valid);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        var document = _rateLimiter.TryAcquire(now)
            ? await fetcher.FetchAsync(request, cancellationToken)
            : FetchedDocument.Unreachable;
        if (!document.IsFound)
        {
            // A certificate that was checked before stays valid while PayPal is out of reach.
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
