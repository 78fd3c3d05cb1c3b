namespace Payshift.Core.Providers.Signatures;

/// <summary>The window around now in which a signed time is accepted: what was signed long ago may be a replay.</summary>
internal static class TimeWindow
{
    /// <summary>What Stripe and Standard Webhooks use in their own libraries.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(5);

    // Enough for milliseconds over thousands of years, and no difference of two such numbers overflows.
    private const int MaxDigits = 15;

    /// <param name="text">Seconds since the Unix epoch: digits and nothing else.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out long seconds)
    {
        seconds = 0;
        return text.Length <= MaxDigits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }

    /// <summary>Whether the time lies no further from now than the tolerance, before or after it.</summary>
    public static bool Contains(long signedSeconds, DateTimeOffset now, TimeSpan tolerance) =>
        Math.Abs(now.ToUnixTimeSeconds() - signedSeconds) <= tolerance.TotalSeconds;

    /// <summary>Whether the time lies no further in the past than the tolerance; the future counts as now.</summary>
    public static bool IsRecent(long signedSeconds, DateTimeOffset now, TimeSpan tolerance) =>
        now.ToUnixTimeSeconds() - signedSeconds <= tolerance.TotalSeconds;
}
