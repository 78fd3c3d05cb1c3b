using System.Globalization;

namespace Payshift.Tests.EndToEnd;

/// <summary>An HTTP answer as it came over the wire.</summary>
internal sealed record RawAnswer(int Status, string Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public static RawAnswer Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new RawAnswer(int.Parse(text.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture), end < 0 ? "" : text[(end + 4)..]);
    }
}
