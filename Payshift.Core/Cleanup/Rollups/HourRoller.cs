using Payshift.Core.Queue;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.CleanupMarks;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Core.Cleanup.Rollups;

/// <summary>The roll-up of batches of finished hours, so that analytics of months read a row an hour.</summary>
/// <remarks>
/// Each hour is rolled up twice: soon after it ended, and once more when nothing can come that still belongs to it. A run goes on
/// where the one before ended, however long ago, for as long as its time budget lasts. Doing an hour again is harmless.
/// </remarks>
internal sealed class HourRoller(
    IBatchTable batches, RollupTable rollups, CleanupMarkTable marks, IOptions<QueueOptions> queue, TimeProvider timeProvider)
{
    private readonly TimeSpan _leaseDuration = queue.Value.LeaseDuration;

    /// <returns>Hours that were rolled up.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer; the next run goes on.</exception>
    public async Task<int> RollAsync(CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var now = timeProvider.GetUtcNow();
        var known = await marks.ReadAsync(cancellationToken);
        var rolled = await PassAsync(CleanupMark.Rolled, RollupSchedule.RolledUntil(now, _leaseDuration));
        return rolled + await PassAsync(CleanupMark.Settled, RollupSchedule.SettledUntil(now));

        Task<int> PassAsync(string name, DateTimeOffset until) =>
            this.PassAsync(name, known.GetValueOrDefault(name)?.Until, until, started, cancellationToken);
    }

    private async Task<int> PassAsync(string name, DateTimeOffset? done, DateTimeOffset until, long started, CancellationToken cancellationToken)
    {
        var hours = 0;
        var hour = done ?? DateTimeOffset.UnixEpoch;
        while (hour < until && timeProvider.GetElapsedTime(started) < RollupConstants.TimeBudget)
        {
            if (RollupSchedule.BeginsDay(hour))
            {
                hour = RollupSchedule.SkipEmptyDays(hour, until, await batches.FindDayAsync(hour, cancellationToken));
            }

            await RollAsync(hour, cancellationToken);
            hour += Hours.One;
            if (++hours % RollupConstants.HoursAMark == 0)
            {
                await marks.WriteAsync(name, new CleanupMark(hour), cancellationToken);
            }
        }

        if (hours % RollupConstants.HoursAMark != 0)
        {
            await marks.WriteAsync(name, new CleanupMark(hour), cancellationToken);
        }

        return hours;
    }

    private async Task RollAsync(DateTimeOffset hour, CancellationToken cancellationToken)
    {
        var tally = new HourTally(hour);
        await batches.ReadEachAsync(hour, tally.Add, cancellationToken);
        await rollups.WriteAsync(tally.Sum(), cancellationToken);
    }
}
