using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.PayPal;

/// <summary>A certificate whose chain has been checked.</summary>
/// <param name="ValidFrom">From when the whole chain is in date.</param>
/// <param name="ValidUntil">Until when the whole chain is in date.</param>
internal sealed record PayPalCertificate(X509Certificate2 Leaf, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    private const string Names = ".paypal.com";
    private const int MaxCertificates = 8;
    private const int MinKeyBits = 2048;

    private readonly byte[] _id = SHA256.HashData(Leaf.RawData);

    public bool IsInDate(DateTimeOffset now) => now >= ValidFrom && now <= ValidUntil;

    /// <param name="pem">The certificate, and the ones between it and its root where they are sent along.</param>
    /// <param name="trustedRoots">Null for those that the system trusts.</param>
    /// <returns>Null where it is not PayPal's, out of date, or vouched for by nobody.</returns>
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

        var known = VerifiedSignature.Of(SignatureScheme.RsaSha256, _id, signature, content);
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
        // A key of its own each time: nothing promises that one may be used by several threads.
        using var key = Leaf.GetRSAPublicKey();
        return key is not null && key.VerifyData(content, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static PayPalCertificate? Check(
        X509Certificate2 leaf, X509Certificate2Collection certificates, X509Certificate2Collection? trustedRoots, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.VerificationTime = now.LocalDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(certificates);

        // A certificate can name addresses to fetch its issuer and its revocation from. Nothing is fetched that a sender
        // chose, not even by way of a certificate.
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
