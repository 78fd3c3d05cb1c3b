using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Payshift.Core.Providers.Signatures;

/// <summary>The digest of a key, a signature and the signed content.</summary>
internal readonly record struct SignatureCacheKey(UInt128 Upper, UInt128 Lower)
{
    /// <param name="scheme">The scheme, which keeps entries of different schemes apart.</param>
    /// <param name="key">The public key, or the certificate that contains it.</param>
    public static SignatureCacheKey Of(
        SignatureScheme scheme, ReadOnlySpan<byte> key, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> content)
    {
        // Each part is a digest of fixed length, so that different parts never give the same input.
        const int length = SHA256.HashSizeInBytes;
        Span<byte> parts = stackalloc byte[1 + (3 * length)];
        parts[0] = (byte)scheme;
        SHA256.HashData(key, parts.Slice(1, length));
        SHA256.HashData(signature, parts.Slice(1 + length, length));
        SHA256.HashData(content, parts[(1 + (2 * length))..]);

        Span<byte> digest = stackalloc byte[length];
        SHA256.HashData(parts, digest);
        var halves = MemoryMarshal.Cast<byte, UInt128>(digest);
        return new SignatureCacheKey(halves[0], halves[1]);
    }
}
