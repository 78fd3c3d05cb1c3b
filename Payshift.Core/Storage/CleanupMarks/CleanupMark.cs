namespace Payshift.Core.Storage.CleanupMarks;

/// <summary>How far one part of the cleanup came, which the next run goes on from.</summary>
/// <param name="Until">It is done with what is older.</param>
/// <param name="Position">Where it is in what it goes through now; null where it is at its beginning.</param>
public sealed record CleanupMark(DateTimeOffset Until, string? Position = null)
{
    /// <summary>Hours are rolled up.</summary>
    public const string Rolled = "rolled";

    /// <summary>Hours are rolled up for the last time.</summary>
    public const string Settled = "settled";
}
