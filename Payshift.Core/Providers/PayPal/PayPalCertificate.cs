using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.PayPal;

/// <summary>A certificate whose chain has been checked.</summary>
/// <param name="ValidFrom">The time from which the whole chain is in date.</param>
/// <param name="ValidUntil">The time until which the whole chain is in date.</param>
internal sealed record PayPalCertificate(X509Certificate2 Leaf, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    private const string Names = ".paypal.com";
    private const int MaxCertificates = 8;
    private const int MinKeyBits = 2048;

    private readonly byte[] _id = SHA256.HashData(Leaf.RawData);

    public bool IsInDate(DateTimeOffset now) => now >= ValidFrom && now <= ValidUntil;

    /// <param name="pem">The certificate, followed by intermediate certificates if they are sent.</param>
    /// <param name="trustedRoots">The trusted roots; null for those of the system.</param>
    /// <returns>Null if it is not PayPal's, out of date or not trusted.</returns>
    public static PayPalCertificate? Load(ReadOnlySpan<char> pem, X509Certificate2Collection? trustedRoots, DateTimeOffset now)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(pem);
            return certificates.Count <= MaxCertificates && certificates.FirstOrDefault(IsPayPals) is { } leaf
                ? Check(leaf, certificates, trustedRoots, now)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature, SignatureCache cache)
    {
        if (cache.IsOff)
        {
            return Verify(content, signature);
        }

        var known = SignatureCacheKey.Of(SignatureScheme.RsaSha256, _id, signature, content);
        if (cache.Contains(known))
        {
            return true;
        }

        if (!Verify(content, signature))
        {
            return false;
        }

        cache.Add(known);
        return true;
    }

    private bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        // Each call gets its own key, as an RSA object is not documented to be thread-safe.
        using var key = Leaf.GetRSAPublicKey();
        return key is not null && key.VerifyData(content, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static PayPalCertificate? Check(
        X509Certificate2 leaf, X509Certificate2Collection certificates, X509Certificate2Collection? trustedRoots, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(certificates);

        // A certificate can name addresses of its issuer and revocation list. They are not fetched, since a sender can choose
        // the certificate.
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (trustedRoots is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(trustedRoots);
        }

        if (!chain.Build(leaf))
        {
            return null;
        }

        var links = chain.ChainElements.Select(element => element.Certificate).ToArray();
        return new PayPalCertificate(
            leaf,
            links.Max(link => new DateTimeOffset(link.NotBefore.ToUniversalTime())),
            links.Min(link => new DateTimeOffset(link.NotAfter.ToUniversalTime())));
    }

    private static bool IsPayPals(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPublicKey();
        return key is { KeySize: >= MinKeyBits }
            && certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false).EndsWith(Names, StringComparison.OrdinalIgnoreCase);
    }
}
