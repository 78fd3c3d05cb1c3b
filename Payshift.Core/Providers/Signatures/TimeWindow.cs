namespace Payshift.Core.Providers.Signatures;

/// <summary>The check that a signed time is recent. An old one may be a replay.</summary>
internal static class TimeWindow
{
    /// <summary>The tolerance that Stripe and Standard Webhooks use in their own libraries.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(5);

    // Enough digits for milliseconds over thousands of years, and the difference of two such numbers never overflows.
    private const int MaxDigits = 15;

    /// <param name="text">Seconds since the Unix epoch, digits only.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out long seconds)
    {
        seconds = 0;
        return text.Length <= MaxDigits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }

    /// <summary>Whether the time is within the tolerance of now, in the past or in the future.</summary>
    public static bool Contains(long signedSeconds, DateTimeOffset now, TimeSpan tolerance) =>
        Math.Abs(now.ToUnixTimeSeconds() - signedSeconds) <= tolerance.TotalSeconds;

    /// <summary>Whether the time is at most the tolerance in the past. A time in the future counts as now.</summary>
    public static bool IsRecent(long signedSeconds, DateTimeOffset now, TimeSpan tolerance) =>
        now.ToUnixTimeSeconds() - signedSeconds <= tolerance.TotalSeconds;
}
