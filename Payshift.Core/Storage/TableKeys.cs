using System.Security.Cryptography;

namespace Payshift.Core.Storage;

/// <summary>
/// The parts that keys of all tables are made of. Table Storage refuses <c>/ \ # ?</c> and control characters in keys and keeps
/// at most 512 characters of ours; the rows of a partition are sorted by row key.
/// </summary>
/// <remarks>
/// <see href="https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model">Understanding
/// the Table service data model</see>.
/// </remarks>
internal static class TableKeys
{
    /// <summary>Never part of an escaped text.</summary>
    public const char Separator = '|';

    /// <summary>Sorts after <see cref="Separator"/>, and so bounds a query for what begins with a text and a separator.</summary>
    public const char AfterSeparator = '}';

    /// <summary>The length of an inverted time.</summary>
    public const int InvertedLength = 15;

    private const char EscapeMark = '=';

    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <returns>Two hexadecimal digits.</returns>
    public static string Bucket(string reference, int buckets) => Bucket(PaymentReference.Slot(reference, buckets));

    /// <inheritdoc cref="Bucket(string, int)"/>
    public static string Bucket(int slot) => slot.ToString("x2", CultureInfo.InvariantCulture);

    /// <returns>Milliseconds left until the end of year 9999, 15 digits: later times sort first.</returns>
    public static string Invert(DateTimeOffset time) =>
        (LastMillisecond - time.ToUnixTimeMilliseconds()).ToString("D15", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Invert"/> wrote.</summary>
    public static DateTimeOffset ParseInverted(ReadOnlySpan<char> text) =>
        DateTimeOffset.FromUnixTimeMilliseconds(LastMillisecond - long.Parse(text, CultureInfo.InvariantCulture));

    /// <returns>The bounds, first inclusive and second exclusive, of all keys that begin with a prefix and a separator.</returns>
    public static (string From, string To) PrefixRange(string prefix) => (prefix + Separator, prefix + AfterSeparator);

    /// <summary>Letters, digits and <c>- _ . ~ : @ ,</c> stay; every other byte of the UTF-8 text becomes <c>=XX</c>.</summary>
    /// <returns>A text that would be longer than <paramref name="maxLength"/> is cut and ends with a digest of the whole.</returns>
    public static string Escape(string text, int maxLength)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)value;
            if (char.IsAsciiLetterOrDigit(character) || "-_.~:@,".Contains(character, StringComparison.Ordinal))
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append(EscapeMark).Append(value.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        if (escaped.Length <= maxLength)
        {
            return escaped.ToString();
        }

        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return $"{escaped.ToString(0, maxLength - digest.Length - 1)}{EscapeMark}{digest}";
    }
}
