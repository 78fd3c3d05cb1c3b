using System.Security.Cryptography;

namespace Payshift.Core.Providers.Signatures;

/// <summary>The comparison of an HMAC over a delivery's bytes with the signatures that its sender presented.</summary>
internal static class HmacSignature
{
    /// <summary>The length of the longest digest, in bytes.</summary>
    public const int MaxDigestLength = HMACSHA512.HashSizeInBytes;

    public static int DigestLength(HmacAlgorithm algorithm) => algorithm switch
    {
        HmacAlgorithm.Sha1 => HMACSHA1.HashSizeInBytes,
        HmacAlgorithm.Sha256 => HMACSHA256.HashSizeInBytes,
        HmacAlgorithm.Sha512 => HMACSHA512.HashSizeInBytes,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    /// <summary>Tries every secret, with its UTF-8 bytes as the key, so that the time taken does not reveal which one matched.</summary>
    public static bool MatchesAny(
        HmacAlgorithm algorithm, IList<string> secrets, ReadOnlySpan<byte> content, PresentedSignatures presented)
    {
        var matches = false;
        Span<byte> stack = stackalloc byte[SignatureLimits.StackKeyLength];
        for (var i = 0; i < secrets.Count; i++)
        {
            // Anyone can sign with an empty key.
            if (string.IsNullOrWhiteSpace(secrets[i]))
            {
                continue;
            }

            var length = Encoding.UTF8.GetByteCount(secrets[i]);
            var key = length <= stack.Length ? stack[..length] : new byte[length];
            Encoding.UTF8.GetBytes(secrets[i], key);
            matches |= Matches(algorithm, key, content, presented);
        }

        CryptographicOperations.ZeroMemory(stack);
        return matches;
    }

    public static bool Matches(
        HmacAlgorithm algorithm, ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, PresentedSignatures presented)
    {
        Span<byte> digest = stackalloc byte[MaxDigestLength];
        var written = algorithm switch
        {
#pragma warning disable CA5350 // Braintree signs with nothing else; as an HMAC it is not broken.
            HmacAlgorithm.Sha1 => HMACSHA1.HashData(key, content, digest),
#pragma warning restore CA5350
            HmacAlgorithm.Sha256 => HMACSHA256.HashData(key, content, digest),
            _ => HMACSHA512.HashData(key, content, digest),
        };
        return presented.Contains(digest[..written]);
    }
}
