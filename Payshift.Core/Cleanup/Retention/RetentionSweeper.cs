using Payshift.Core.Storage;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.CleanupMarks;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Core.Cleanup.Retention;

/// <summary>The removal of rows that were kept for long enough, a bounded part of it a run.</summary>
/// <remarks>
/// Tables by day lose whole days, from the oldest one on: rows that are kept are not looked at. Results lie by payment, so that
/// they have to be gone through: at most once a day, each run a part, from where the one before ended.
/// </remarks>
internal sealed class RetentionSweeper(
    IFailureTable failures,
    IBatchTable batches,
    RollupTable rollups,
    AuditTable audit,
    PaymentExpiry payments,
    CleanupMarkTable marks,
    IOptions<RetentionOptions> options,
    TimeProvider timeProvider)
{
    /// <summary>No page is begun later in a run.</summary>
    private static readonly TimeSpan TimeBudget = TimeSpan.FromMinutes(1);

    /// <summary>The position of a table whose days are being removed.</summary>
    private const string UnderWay = "...";

    private readonly RetentionOptions _options = options.Value;

    /// <exception cref="StorageUnavailableException">Table Storage did not answer; the next run goes on.</exception>
    public async Task<ExpiredRows> SweepAsync(CancellationToken cancellationToken)
    {
        if (_options is { Results: null, Failures: null, Batches: null, Rollups: null, Audit: null })
        {
            return new ExpiredRows();
        }

        var (started, now) = (timeProvider.GetTimestamp(), timeProvider.GetUtcNow());
        var known = await marks.ReadAsync(cancellationToken);
        // Batches stay until they are rolled up for the last time.
        var settled = known.GetValueOrDefault(CleanupMark.Settled)?.Until ?? DateTimeOffset.MinValue;
        return new ExpiredRows
        {
            Failures = await RemoveDaysAsync(TableNames.Failures, failures.RemoveBeforeAsync, _options.Failures, now),
            Batches = await RemoveDaysAsync(TableNames.Batches, batches.RemoveBeforeAsync, _options.Batches, settled),
            Rollups = await RemoveDaysAsync(TableNames.Rollups, rollups.RemoveBeforeAsync, _options.Rollups, now),
            Audit = await RemoveDaysAsync(TableNames.Audit, audit.RemoveBeforeAsync, _options.Audit, now),
            Results = RetentionSchedule.SweepOf(_options.Results, now, known.GetValueOrDefault(TableNames.Results)) is { } before
                ? await RemovePaymentsAsync(before, known.GetValueOrDefault(TableNames.Results)?.Position, started, cancellationToken)
                : 0,
        };

        async Task<int> RemoveDaysAsync(
            string table, Func<DateTimeOffset, CancellationToken, Task<RemovedPage>> removePage, TimeSpan? kept, DateTimeOffset latest) =>
            RetentionSchedule.DayOf(kept, now, latest, known.GetValueOrDefault(table)) is { } day
                ? await this.RemoveDaysAsync(table, removePage, day, known.GetValueOrDefault(table), started, cancellationToken)
                : 0;
    }

    private async Task<int> RemoveDaysAsync(
        string table,
        Func<DateTimeOffset, CancellationToken, Task<RemovedPage>> removePage,
        DateTimeOffset day,
        CleanupMark? mark,
        long started,
        CancellationToken cancellationToken)
    {
        // The mark says that rows may be missing before any is.
        var until = mark is not null && mark.Until > day ? mark.Until : day;
        await marks.WriteAsync(table, new CleanupMark(until, UnderWay), cancellationToken);
        var (removed, hasMore) = (0, true);
        while (hasMore && HasTime(started))
        {
            (var rows, hasMore) = await removePage(day, cancellationToken);
            removed += rows;
        }

        if (!hasMore)
        {
            await marks.WriteAsync(table, new CleanupMark(until), cancellationToken);
        }

        return removed;
    }

    private async Task<int> RemovePaymentsAsync(DateTimeOffset before, string? position, long started, CancellationToken cancellationToken)
    {
        var (next, removed) = (position ?? "", 0);
        while (next is not null && HasTime(started))
        {
            (var rows, next) = await payments.RemoveAsync(before, next, cancellationToken);
            removed += rows;
            await marks.WriteAsync(TableNames.Results, new CleanupMark(before, next), cancellationToken);
        }

        return removed;
    }

    private bool HasTime(long started) => timeProvider.GetElapsedTime(started) < TimeBudget;
}
