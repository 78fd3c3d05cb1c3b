namespace Payshift.Cli.Views;

/// <summary>Points in time for people, always in UTC.</summary>
internal static class Times
{
    /// <summary>For example <c>2026-11-23 09:30:00Z</c>.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
