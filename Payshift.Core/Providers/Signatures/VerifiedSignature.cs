using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Payshift.Core.Providers.Signatures;

/// <summary>The digest of one key, one signature and one content.</summary>
internal readonly record struct VerifiedSignature(UInt128 Upper, UInt128 Lower)
{
    /// <param name="scheme">Keeps the schemes apart.</param>
    /// <param name="key">The public key, or a certificate that holds it.</param>
    public static VerifiedSignature Of(
        SignatureScheme scheme, ReadOnlySpan<byte> key, ReadOnlySpan<byte> signature, ReadOnlySpan<byte> content)
    {
        // Digests of one length each: no two sets of parts can be written in the same way.
        const int length = SHA256.HashSizeInBytes;
        Span<byte> parts = stackalloc byte[1 + (3 * length)];
        parts[0] = (byte)scheme;
        SHA256.HashData(key, parts.Slice(1, length));
        SHA256.HashData(signature, parts.Slice(1 + length, length));
        SHA256.HashData(content, parts[(1 + (2 * length))..]);

        Span<byte> digest = stackalloc byte[length];
        SHA256.HashData(parts, digest);
        var halves = MemoryMarshal.Cast<byte, UInt128>(digest);
        return new VerifiedSignature(halves[0], halves[1]);
    }
}
