namespace Payshift.Samples;

/// <summary>Random identifiers in the shapes that providers use.</summary>
internal sealed class SampleIds(Random random)
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Base36 = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>Returns letters and digits, for example <c>evt_3QK9…</c>.</summary>
    public string Token(string prefix, int length) => prefix + random.GetString(Base62, length);

    /// <summary>Returns lower-case letters and digits.</summary>
    public string Lower(string prefix, int length) => prefix + random.GetString(Base36, length);

    public string Digits(int length) => random.GetString("0123456789", length);

    public string Hex(int length) => random.GetHexString(length, lowercase: true);

    public long Number(long from, long to) => random.NextInt64(from, to);

    public Guid Guid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
