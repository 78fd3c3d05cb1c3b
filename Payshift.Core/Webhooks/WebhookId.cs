using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Payshift.Core.Webhooks;

/// <summary>
/// Identifies a webhook by what it is: the first 112 bits of SHA-256 over provider, a zero byte and event id.
/// The same event has the same id in every delivery, which makes it the key of deduplication, of the queue and of its row.
/// </summary>
/// <remarks>
/// 14 bytes, because a Redis string of 14 bytes takes exactly 16 with its header. Among three billion events the odds
/// of any collision are below 1e-15.
/// </remarks>
public readonly record struct WebhookId : IComparable<WebhookId>
{
    public const int ByteLength = 14;

    private readonly UInt128 _value;

    private WebhookId(UInt128 value) => _value = value;

    public static WebhookId From(string provider, string eventId)
    {
        var length = Encoding.UTF8.GetByteCount(provider) + 1 + Encoding.UTF8.GetByteCount(eventId);
        Span<byte> text = length <= 512 ? stackalloc byte[length] : new byte[length];
        var written = Encoding.UTF8.GetBytes(provider, text);
        text[written++] = 0;
        Encoding.UTF8.GetBytes(eventId, text[written..]);

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        return FromBytes(digest[..ByteLength]);
    }

    /// <param name="bytes">Exactly <see cref="ByteLength"/> bytes.</param>
    public static WebhookId FromBytes(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, ByteLength);
        Span<byte> padded = stackalloc byte[16];
        padded[..2].Clear();
        bytes.CopyTo(padded[2..]);
        return new WebhookId(BinaryPrimitives.ReadUInt128BigEndian(padded));
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out WebhookId id)
    {
        id = default;
        if (text is not { Length: 2 * ByteLength })
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[ByteLength];
        if (Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        id = FromBytes(bytes);
        return true;
    }

    public byte[] ToByteArray()
    {
        Span<byte> padded = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(padded, _value);
        return padded[2..].ToArray();
    }

    public int CompareTo(WebhookId other) => _value.CompareTo(other._value);

    public static bool operator <(WebhookId left, WebhookId right) => left.CompareTo(right) < 0;

    public static bool operator <=(WebhookId left, WebhookId right) => left.CompareTo(right) <= 0;

    public static bool operator >(WebhookId left, WebhookId right) => left.CompareTo(right) > 0;

    public static bool operator >=(WebhookId left, WebhookId right) => left.CompareTo(right) >= 0;

    /// <returns>28 lower-case hexadecimal digits.</returns>
    public override string ToString() => Convert.ToHexStringLower(ToByteArray());
}
