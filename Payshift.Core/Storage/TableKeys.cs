using System.Security.Cryptography;

namespace Payshift.Core.Storage;

/// <summary>
/// Partition and row keys. Table Storage refuses <c>/ \ # ?</c> and control characters in keys and keeps at most 512
/// characters of ours; rows of a partition are sorted by row key, so inverted time puts the newest first.
/// </summary>
/// <remarks>
/// <see href="https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model">Understanding
/// the Table service data model</see>.
/// </remarks>
internal static class TableKeys
{
    /// <summary>Never part of an escaped text; the character after it in ASCII bounds a prefix query.</summary>
    private const char Separator = '|';
    private const char AfterSeparator = '}';
    private const char Escape = '=';
    private const int MaxReferenceLength = 400;

    /// <summary>Begins the row keys of links. It is no part of an escaped reference, so that no result lies among them.</summary>
    private const char LinkMark = '!';
    private const int MaxLinkedLength = 200;

    /// <summary>Sorts after the row keys of all links and before those of all results.</summary>
    public static readonly string AfterLinks = $"{LinkMark}{AfterSeparator}";

    private const int MaxProviderLength = 100;
    private const int InvertedLength = 15;

    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <returns>Two hexadecimal digits.</returns>
    public static string Bucket(string reference, int buckets) => Bucket(PaymentReference.Slot(reference, buckets));

    /// <inheritdoc cref="Bucket(string, int)"/>
    public static string Bucket(int slot) => slot.ToString("x2", CultureInfo.InvariantCulture);

    /// <returns><c>yyyyMMdd</c> in UTC.</returns>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Day"/> wrote.</summary>
    /// <returns>When the day begins.</returns>
    public static DateTimeOffset ParseDay(string day) =>
        new(DateTime.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <returns>Reference, inverted event time, id.</returns>
    public static string Result(string reference, DateTimeOffset eventTime, WebhookId id) =>
        $"{EscapeReference(reference)}{Separator}{Inverted(eventTime)}{Separator}{id}";

    /// <returns>The bounds, first inclusive and second exclusive, of all row keys of a reference.</returns>
    public static (string From, string To) ResultRange(string reference)
    {
        return PrefixRange(EscapeReference(reference));
    }

    /// <returns>What all row keys of a payment begin with.</returns>
    public static string PrefixOf(string resultRow) => resultRow[..resultRow.IndexOf(Separator, StringComparison.Ordinal)];

    /// <summary>As <see cref="ResultRange"/>, of what <see cref="PrefixOf"/> gave.</summary>
    public static (string From, string To) PrefixRange(string prefix) => (prefix + Separator, prefix + AfterSeparator);

    /// <returns>Kind and reference of what leads to the payment, the payment's reference, who says so.</returns>
    public static string Link(PaymentLinkKind kind, string value, string reference, string provider) =>
        $"{LinkPrefix(kind, value)}{Separator}{EscapeReference(reference, MaxLinkedLength)}{Separator}{EscapeReference(provider, MaxProviderLength)}";

    /// <returns>The bounds, first inclusive and second exclusive, of all row keys of what an order or a customer leads to.</returns>
    public static (string From, string To) LinkRange(PaymentLinkKind kind, string value)
    {
        var prefix = LinkPrefix(kind, value);
        return (prefix + Separator, prefix + AfterSeparator);
    }

    /// <returns>Inverted time, then what tells rows of the same time apart.</returns>
    public static string NewestFirst(DateTimeOffset time, string suffix) => $"{Inverted(time)}{Separator}{suffix}";

    /// <returns>The bounds, first inclusive and second exclusive, of all row keys of times from one on and before another.</returns>
    public static (string From, string To) NewestFirstRange(DateTimeOffset from, DateTimeOffset to) =>
        (Inverted(to) + AfterSeparator, Inverted(from) + AfterSeparator);

    /// <summary>Reads what <see cref="NewestFirst"/> wrote.</summary>
    /// <exception cref="FormatException">It did not.</exception>
    public static (DateTimeOffset Time, string Suffix) ParseNewestFirst(string row) =>
        row.Length > InvertedLength && row[InvertedLength] == Separator
            ? (DateTimeOffset.FromUnixTimeMilliseconds(LastMillisecond - long.Parse(row.AsSpan(0, InvertedLength), CultureInfo.InvariantCulture)), row[(InvertedLength + 1)..])
            : throw new FormatException("The row key does not begin with a time.");

    /// <returns>Milliseconds left until the end of year 9999, 15 digits: later times sort first.</returns>
    private static string Inverted(DateTimeOffset time) =>
        (LastMillisecond - time.ToUnixTimeMilliseconds()).ToString("D15", CultureInfo.InvariantCulture);

    private static string LinkPrefix(PaymentLinkKind kind, string value) =>
        $"{LinkMark}{(kind == PaymentLinkKind.Order ? 'o' : 'c')}{Separator}{EscapeReference(value, MaxLinkedLength)}";

    /// <summary>Letters, digits and <c>- _ . ~ : @ ,</c> stay; every other byte of the UTF-8 text becomes <c>=XX</c>.</summary>
    private static string EscapeReference(string reference, int maxLength = MaxReferenceLength)
    {
        var escaped = new StringBuilder(reference.Length);
        foreach (var value in Encoding.UTF8.GetBytes(reference))
        {
            var character = (char)value;
            if (char.IsAsciiLetterOrDigit(character) || "-_.~:@,".Contains(character, StringComparison.Ordinal))
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append(Escape).Append(value.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        if (escaped.Length <= maxLength)
        {
            return escaped.ToString();
        }

        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(reference)));
        return $"{escaped.ToString(0, maxLength - digest.Length - 1)}{Escape}{digest}";
    }
}
