using System.Buffers;

namespace Payshift.Core.Providers.Signatures;

/// <summary>
/// The text and body that a scheme signs together, in one pooled buffer. One copy serves every secret, whereas an
/// incremental hash would be computed for each.
/// </summary>
internal ref struct SignedContent
{
    private readonly int _length;
    private byte[]? _buffer;

    private SignedContent(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public readonly ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <param name="body">The bytes after the text.</param>
    /// <param name="text">The parts of the text, written as UTF-8 one after the other.</param>
    public static SignedContent Of(ReadOnlySpan<byte> body, params ReadOnlySpan<string> text)
    {
        var capacity = body.Length;
        foreach (var part in text)
        {
            capacity += Encoding.UTF8.GetMaxByteCount(part.Length);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(capacity);
        var length = 0;
        foreach (var part in text)
        {
            length += Encoding.UTF8.GetBytes(part, buffer.AsSpan(length));
        }

        body.CopyTo(buffer.AsSpan(length));
        return new SignedContent(buffer, length + body.Length);
    }

    public void Dispose()
    {
        if (_buffer is { } buffer)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
