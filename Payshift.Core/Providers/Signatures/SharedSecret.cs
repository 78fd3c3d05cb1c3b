using System.Security.Cryptography;

namespace Payshift.Core.Providers.Signatures;

/// <summary>The comparison of a secret that the sender presents in clear.</summary>
internal static class SharedSecret
{
    /// <summary>Compares the digest with that of every secret, so that the time taken does not even reveal a length.</summary>
    public static bool EqualsAny(IList<string> secrets, string presented)
    {
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(presented, actual);

        var matches = false;
        for (var i = 0; i < secrets.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(secrets[i]))
            {
                Hash(secrets[i], expected);
                matches |= CryptographicOperations.FixedTimeEquals(expected, actual);
            }
        }

        return matches;
    }

    private static void Hash(string text, Span<byte> digest)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Span<byte> bytes = length <= SignatureLimits.StackKeyLength ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(text, bytes);
        SHA256.HashData(bytes, digest);
    }
}
