using System.Buffers.Text;

namespace Payshift.Core.Storage;

/// <summary>The end of a page of a list by day: the next page begins after this row. Rows that come or go in between move nothing.</summary>
internal readonly record struct DayPosition(string Day, string RowKey)
{
    private const int DayLength = 8;

    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    public static DayPosition Parse(string continuation)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(continuation));
            return text.Length > DayLength && DateOnly.TryParseExact(text[..DayLength], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? new DayPosition(text[..DayLength], text[DayLength..])
                : throw new FormatException("The continuation is none of ours.");
        }
        catch (ArgumentException exception)
        {
            throw new FormatException("The continuation is none of ours.", exception);
        }
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Day + RowKey));
}
