using Payshift.Core.Storage;
using Payshift.Core.Storage.CleanupMarks;
using Payshift.Core.Storage.Expiry;

namespace Payshift.Core.Cleanup.Retention;

/// <summary>Removes what was kept for long enough, a bounded part of it a run.</summary>
/// <remarks>
/// Tables by day lose whole days, from the oldest one on: rows that are kept are not looked at. Results lie by payment, so that
/// they have to be gone through: at most once a day, each run a part, from where the one before ended.
/// </remarks>
internal sealed class RetentionSweeper(IRowExpiry expiry, ICleanupMarks marks, IOptions<RetentionOptions> options, TimeProvider timeProvider)
{
    /// <summary>No page is begun later in a run.</summary>
    private static readonly TimeSpan TimeBudget = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SweepInterval = TimeSpan.FromDays(1);

    /// <summary>Stands where days are being removed.</summary>
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
            Failures = await DaysAsync(TableNames.Failures, _options.Failures, now),
            Batches = await DaysAsync(TableNames.Batches, _options.Batches, settled),
            Rollups = await DaysAsync(TableNames.Rollups, _options.Rollups, now),
            Audit = await DaysAsync(TableNames.Audit, _options.Audit, now),
            Results = await ResultsAsync(now - _options.Results, known.GetValueOrDefault(TableNames.Results), started, cancellationToken),
        };

        Task<int> DaysAsync(string table, TimeSpan? kept, DateTimeOffset latest) =>
            this.DaysAsync(table, Earlier(now - kept, latest), known.GetValueOrDefault(table), started, cancellationToken);
    }

    private async Task<int> DaysAsync(string table, DateTimeOffset? before, CleanupMark? mark, long started, CancellationToken cancellationToken)
    {
        if (before is not { } time)
        {
            return 0;
        }

        var day = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero);
        if (mark is { Position: null } && day <= mark.Until)
        {
            return 0;
        }

        // It is said that rows may be missing before any is.
        var until = mark is not null && mark.Until > day ? mark.Until : day;
        await marks.WriteAsync(table, new CleanupMark(until, UnderWay), cancellationToken);
        var (removed, hasMore) = (0, true);
        while (hasMore && HasTime(started))
        {
            (var page, hasMore) = await expiry.RemoveDaysAsync(table, day, cancellationToken);
            removed += page;
        }

        if (!hasMore)
        {
            await marks.WriteAsync(table, new CleanupMark(until), cancellationToken);
        }

        return removed;
    }

    private async Task<int> ResultsAsync(DateTimeOffset? before, CleanupMark? mark, long started, CancellationToken cancellationToken)
    {
        if (before is not { } time || (mark is { Position: null } && time < mark.Until + SweepInterval))
        {
            return 0;
        }

        // A sweep that is under way goes on from its place, with the time of now: what is removed follows the setting.
        var (position, removed) = (mark?.Position ?? "", 0);
        while (HasTime(started))
        {
            (var page, var next) = await expiry.RemovePaymentsAsync(time, position, cancellationToken);
            removed += page;
            await marks.WriteAsync(TableNames.Results, new CleanupMark(time, next), cancellationToken);
            if (next is null)
            {
                break;
            }

            position = next;
        }

        return removed;
    }

    private bool HasTime(long started) => timeProvider.GetElapsedTime(started) < TimeBudget;

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset right) => left < right ? left : left is null ? null : right;
}
