using System.Buffers;
using System.Security.Cryptography;

namespace Payshift.Core.Providers.Signatures;

/// <summary>
/// The signatures that a sender presented, decoded once. Signatures of another length than the scheme's cannot match and
/// are left out, as are those beyond <see cref="SignatureLimits.MaxSignatures"/>.
/// </summary>
/// <param name="buffer"><see cref="BufferLength"/> bytes.</param>
/// <param name="signatureLength">The length of one signature in the scheme, in bytes.</param>
internal ref struct PresentedSignatures(Span<byte> buffer, int signatureLength)
{
    private readonly Span<byte> _buffer = buffer;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<byte> this[int index] => _buffer.Slice(index * signatureLength, signatureLength);

    public static int BufferLength(int signatureLength) => signatureLength * SignatureLimits.MaxSignatures;

    /// <param name="text">Hexadecimal digits in either case.</param>
    public void AddHex(ReadOnlySpan<char> text)
    {
        if (text.Length == 2 * signatureLength && TryNext(out var target)
            && Convert.FromHexString(text, target, out _, out _) == OperationStatus.Done)
        {
            Count++;
        }
    }

    /// <param name="text">Base64 with its padding.</param>
    public void AddBase64(ReadOnlySpan<char> text)
    {
        if (text.Length == (signatureLength + 2) / 3 * 4 && TryNext(out var target)
            && Convert.TryFromBase64Chars(text, target, out var written) && written == signatureLength)
        {
            Count++;
        }
    }

    /// <summary>Compares a digest with all of them in constant time, whichever matches.</summary>
    public readonly bool Contains(ReadOnlySpan<byte> digest)
    {
        var found = false;
        for (var i = 0; i < Count; i++)
        {
            found |= CryptographicOperations.FixedTimeEquals(digest, this[i]);
        }

        return found;
    }

    private readonly bool TryNext(out Span<byte> target)
    {
        target = Count < SignatureLimits.MaxSignatures ? _buffer.Slice(Count * signatureLength, signatureLength) : default;
        return !target.IsEmpty;
    }
}
