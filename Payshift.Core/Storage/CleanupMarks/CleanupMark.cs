namespace Payshift.Core.Storage.CleanupMarks;

/// <summary>The progress of one part of the cleanup, from which the next run goes on.</summary>
/// <param name="Until">The time before which everything is done.</param>
/// <param name="Position">The place from which a pass that is under way goes on; null where none is.</param>
public sealed record CleanupMark(DateTimeOffset Until, string? Position = null)
{
    /// <summary>The mark of hours that are rolled up.</summary>
    public const string Rolled = "rolled";

    /// <summary>The mark of hours that are rolled up for the last time.</summary>
    public const string Settled = "settled";
}
