namespace Payshift.Core.Providers.Json;

/// <summary>The readers of times in the forms that providers use. Values that are not a time, or outside the calendar, read as null.</summary>
internal static class JsonTimes
{
    private const decimal MaxMagnitude = 1e15m;

    /// <summary>Reads seconds since the Unix epoch, with or without a fraction, or ISO 8601.</summary>
    public static DateTimeOffset? SecondsOrIso(this JsonElement element) => Read(element, TimeSpan.TicksPerSecond);

    /// <summary>Reads milliseconds since the Unix epoch, or ISO 8601.</summary>
    public static DateTimeOffset? MillisecondsOrIso(this JsonElement element) => Read(element, TimeSpan.TicksPerMillisecond);

    /// <summary>Reads ISO 8601, in UTC if it states no offset.</summary>
    public static DateTimeOffset? Iso(this JsonElement element) => element.Text() is { } text ? ParseIso(text) : null;

    /// <summary>Reads a local time in a provider's own form, or ISO 8601, in UTC if it states no offset.</summary>
    public static DateTimeOffset? Local(this JsonElement element, string format, TimeSpan offset)
    {
        if (element.Scalar() is not { Length: <= 64 } text)
        {
            return null;
        }

        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return ParseIso(text);
        }

        return time.Ticks >= offset.Ticks ? new DateTimeOffset(time.Ticks - offset.Ticks, TimeSpan.Zero) : null;
    }

    private static DateTimeOffset? Read(JsonElement element, long ticksPerUnit)
    {
        if (element.Scalar() is not { Length: <= 64 } text)
        {
            return null;
        }

        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var units))
        {
            return ParseIso(text);
        }

        if (units is > MaxMagnitude or < -MaxMagnitude)
        {
            return null;
        }

        var ticks = DateTimeOffset.UnixEpoch.Ticks + decimal.Truncate(units * ticksPerUnit);
        return ticks >= DateTimeOffset.MinValue.Ticks && ticks <= DateTimeOffset.MaxValue.Ticks
            ? new DateTimeOffset((long)ticks, TimeSpan.Zero)
            : null;
    }

    private static DateTimeOffset? ParseIso(string text)
    {
        // The parser would also accept forms such as "10/11", whose meaning is a guess.
        var iso = text.Length is >= 10 and <= 40 && text[4] == '-' && text[7] == '-';
        return iso && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : null;
    }
}
