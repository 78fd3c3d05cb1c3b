namespace Payshift.Core.Cleanup.Rollups;

/// <summary>Whole hours in UTC.</summary>
internal static class Hours
{
    public static readonly TimeSpan One = TimeSpan.FromHours(1);

    public static DateTimeOffset Floor(DateTimeOffset time) => new(time.UtcTicks - time.UtcTicks % One.Ticks, TimeSpan.Zero);

    public static DateTimeOffset Ceiling(DateTimeOffset time) => Floor(time + One - TimeSpan.FromTicks(1));
}
