namespace Payshift.Core.Queue.Envelopes;

/// <summary>
/// A pool of the texts that many webhooks share, such as event types, so that each is allocated once. Bounded: a text takes the
/// place of another in its slot.
/// </summary>
/// <param name="maxLength">In bytes; longer ones are not kept.</param>
internal sealed class StringPool(int maxLength)
{
    private const int Slots = 256;

    private readonly string?[] _texts = new string?[Slots];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > maxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var slot = ref _texts[(uint)hash.ToHashCode() % Slots];
        // Read once: another thread may put another text there.
        if (slot is { } known && Ascii.Equals(utf8, known))
        {
            return known;
        }

        return slot = Encoding.UTF8.GetString(utf8);
    }
}
