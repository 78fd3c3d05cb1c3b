namespace Payshift.Core.Scaling.History;

public static class HistoryConstants
{
    /// <summary>Eight days: a week, and the day at hand.</summary>
    public const int WindowMinutes = 8 * 24 * 60;

    /// <summary>Seven doubles: the time in ms and six totals.</summary>
    internal const int RecordBytes = 7 * sizeof(double);

    /// <summary>A string used as a ring: the record of a minute overwrites that of the same minute eight days before.</summary>
    internal const string Key = "payshift:{history}:minutes";
}
