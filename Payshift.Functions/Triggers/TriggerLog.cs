using Payshift.Core.Cleanup;
using Payshift.Core.Processing;

namespace Payshift.Functions.Triggers;

/// <summary>Log messages of the triggers: event ids 1000 to 1999.</summary>
internal static partial class TriggerLog
{
    [LoggerMessage(1001, LogLevel.Error, "A delivery for {Provider} failed unexpectedly and was refused")]
    public static partial void DeliveryFailed(this ILogger logger, string provider, Exception exception);

    [LoggerMessage(1002, LogLevel.Warning, "{Function} could not reach Redis or Table Storage")]
    public static partial void Unavailable(this ILogger logger, string function, Exception exception);

    [LoggerMessage(1003, LogLevel.Warning, "{Function} was called for {Provider}")]
    public static partial void PauseChanged(this ILogger logger, string function, string provider);

    public static void Drained(this ILogger logger, QueueRunSummary summary, bool pastDue)
    {
        // Most runs find an empty queue: a line a minute would bury the others.
        var level = summary.Batches == 0 && summary.End == QueueRunEnd.Empty ? LogLevel.Debug
            : summary.End == QueueRunEnd.Unavailable ? LogLevel.Warning
            : LogLevel.Information;
        logger.Drained(
            level, summary.Batches, summary.Processed, summary.Retried, summary.Failed, summary.Elapsed.TotalMilliseconds, summary.End, pastDue);
    }

    public static void Cleaned(this ILogger logger, CleanupSummary summary, bool pastDue)
    {
        var expired = summary.Expired.Total();
        var found = summary.Reclaimed + summary.Recovered + summary.Stale + expired > 0;
        logger.Cleaned(
            found ? LogLevel.Information : LogLevel.Debug,
            summary.Reclaimed, summary.Recovered, summary.Stale, summary.Forgotten, summary.RolledHours, expired, summary.Elapsed.TotalMilliseconds, pastDue);
    }

    [LoggerMessage(EventId = 1010, Message = "Drained {Batches} batches: {Processed} processed, {Retried} retried, {Failed} failed in {ElapsedMs:F0} ms; ended by {End} (past due: {PastDue})")]
    private static partial void Drained(
        this ILogger logger, LogLevel level, int batches, int processed, int retried, int failed, double elapsedMs, QueueRunEnd end, bool pastDue);

    [LoggerMessage(EventId = 1020, Message = "Cleaned up: {Reclaimed} reclaimed, {Recovered} recovered, {Stale} stale, {Forgotten} forgotten, {RolledHours} hours rolled up, {Expired} rows expired in {ElapsedMs:F0} ms (past due: {PastDue})")]
    private static partial void Cleaned(
        this ILogger logger, LogLevel level, int reclaimed, int recovered, int stale, int forgotten, int rolledHours, int expired, double elapsedMs, bool pastDue);
}
