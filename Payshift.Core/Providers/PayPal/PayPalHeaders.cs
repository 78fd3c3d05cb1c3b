using System.Buffers;
using Microsoft.Extensions.Primitives;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.PayPal;

/// <summary>The five headers of a PayPal delivery.</summary>
internal readonly record struct PayPalHeaders(string Id, string Time, string Signature, string Algorithm, Uri CertificateUrl)
{
    private const string CertificateHosts = ".paypal.com";
    private const string CertificatePath = "/v1/notifications/certs/";

    private static readonly SearchValues<char> AddressCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/");

    /// <returns>Null if a header is missing or given twice, or if the certificate's URL is not PayPal's.</returns>
    public static PayPalHeaders? Of(WebhookDelivery delivery) =>
        Single(delivery.Header("PAYPAL-TRANSMISSION-ID")) is { } id
        && Single(delivery.Header("PAYPAL-TRANSMISSION-TIME")) is { } time
        && Single(delivery.Header("PAYPAL-TRANSMISSION-SIG")) is { } signature
        && Single(delivery.Header("PAYPAL-AUTH-ALGO")) is { } algorithm
        && CertificateAddress(Single(delivery.Header("PAYPAL-CERT-URL"))) is { } url
            ? new PayPalHeaders(id, time, signature, algorithm, url)
            : null;

    /// <summary>
    /// Whether the URL is one of PayPal's certificates. The sender chooses the URL to fetch, so its host, port and path are
    /// checked first. Only letters, digits and a few marks are accepted, which no two parsers read in different ways.
    /// </summary>
    private static Uri? CertificateAddress(string? text)
    {
        if (text is null
            || text.AsSpan().ContainsAnyExcept(AddressCharacters)
            || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttps
            || !url.IsDefaultPort
            || !url.Host.EndsWith(CertificateHosts, StringComparison.Ordinal)
            || !url.AbsolutePath.StartsWith(CertificatePath, StringComparison.Ordinal))
        {
            return null;
        }

        return url;
    }

    private static string? Single(StringValues values) =>
        values is [{ Length: > 0 and <= SignatureLimits.MaxHeaderLength } value] ? value : null;
}
