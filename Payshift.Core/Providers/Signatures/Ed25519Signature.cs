using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Payshift.Core.Providers.Signatures;

/// <summary>The verification of Ed25519 signatures (RFC 8032), which the base class library does not offer.</summary>
internal static class Ed25519Signature
{
    public const int Length = 64;

    public const int PublicKeyLength = 32;

    /// <summary>Whether the bytes are a public key: a point on the curve.</summary>
    public static bool IsPublicKey(ReadOnlySpan<byte> key) =>
        key.Length == PublicKeyLength && Ed25519.ValidatePublicKeyFull(key.ToArray(), 0);

    /// <summary>Verifies a signature. Signature and key are public, so that no constant time is needed.</summary>
    public static bool Matches(
        ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> content, PresentedSignatures presented, SignatureCache cache)
    {
        for (var i = 0; i < presented.Count; i++)
        {
            if (Matches(publicKey, content, presented[i], cache))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(
        ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature, SignatureCache cache)
    {
        if (cache.IsOff)
        {
            return Ed25519.Verify(signature, publicKey, content);
        }

        var known = SignatureCacheKey.Of(SignatureScheme.Ed25519, publicKey, signature, content);
        if (cache.Contains(known))
        {
            return true;
        }

        if (!Ed25519.Verify(signature, publicKey, content))
        {
            return false;
        }

        cache.Add(known);
        return true;
    }
}
