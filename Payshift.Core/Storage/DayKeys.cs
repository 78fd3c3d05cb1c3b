namespace Payshift.Core.Storage;

/// <summary>The keys of tables whose partitions are days. The row key inverts the time, so that the newest row of a day comes first.</summary>
internal static class DayKeys
{
    private const string Format = "yyyyMMdd";

    /// <returns><c>yyyyMMdd</c> in UTC.</returns>
    public static string Partition(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Partition"/> wrote.</summary>
    /// <returns>The beginning of the day.</returns>
    public static DateTimeOffset ParsePartition(string day) =>
        new(DateTime.ParseExact(day, Format, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <param name="suffix">Tells rows of the same time apart.</param>
    public static string Row(DateTimeOffset time, string suffix) => $"{TableKeys.Invert(time)}{TableKeys.Separator}{suffix}";

    /// <returns>The bounds, first inclusive and second exclusive, of all row keys of times from one on and before another.</returns>
    public static (string From, string To) RowRange(DateTimeOffset from, DateTimeOffset to) =>
        (TableKeys.Invert(to) + TableKeys.AfterSeparator, TableKeys.Invert(from) + TableKeys.AfterSeparator);

    /// <summary>Reads what <see cref="Row"/> wrote.</summary>
    /// <exception cref="FormatException">It did not.</exception>
    public static (DateTimeOffset Time, string Suffix) ParseRow(string row) =>
        row.Length > TableKeys.InvertedLength && row[TableKeys.InvertedLength] == TableKeys.Separator
            ? (TableKeys.ParseInverted(row.AsSpan(0, TableKeys.InvertedLength)), row[(TableKeys.InvertedLength + 1)..])
            : throw new FormatException("The row key does not begin with a time.");
}
