using Payshift.Core.Cleanup.Rollups;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.CleanupMarks;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Core.Operations.Analytics;

/// <summary>The reader of a period's counts: whole hours from their roll-ups, the rest from the batches.</summary>
internal sealed class CountsReader(IBatchTable batches, RollupTable rollups, CleanupMarkTable marks)
{
    /// <summary>Batches that are read of one period: at 1 KB each some 50 MB.</summary>
    private const int MaxRows = 50_000;

    /// <param name="byHours">Whether it is enough to know in which hour something was.</param>
    public async Task<(IReadOnlyList<CountsAt> Counts, bool IsComplete)> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, bool byHours, CancellationToken cancellationToken)
    {
        // Before anything else is read: rows may be removed meanwhile.
        var removed = await marks.ReadAsync(cancellationToken);
        var (first, last) = (Hours.Ceiling(from), Hours.Floor(to));
        var rolled = byHours && first < last ? await rollups.ReadAsync(first, last, cancellationToken) : [];
        var counts = rolled.Select(rollup => new CountsAt(rollup.Hour, rollup.Counts)).ToList();
        var (left, isComplete) = (MaxRows, IsKept(from, to, byHours, removed));
        foreach (var (start, end) in Rest(from, to, rolled))
        {
            var read = await batches.ReadAsync(start, end, left, cancellationToken);
            counts.AddRange(read.Records.Select(record => new CountsAt(record.StartedAt, record.Counts)));
            left = Math.Max(0, left - read.Records.Count);
            isComplete &= read.IsComplete;
        }

        return (counts, isComplete);
    }

    /// <summary>A whole hour is kept as long as its batches or its roll-up are: one that has neither had no batch.</summary>
    private static bool IsKept(DateTimeOffset from, DateTimeOffset to, bool byHours, IReadOnlyDictionary<string, CleanupMark> removed)
    {
        var batchesFrom = removed.GetValueOrDefault(TableNames.Batches)?.Until ?? DateTimeOffset.MinValue;
        var rollupsFrom = removed.GetValueOrDefault(TableNames.Rollups)?.Until ?? DateTimeOffset.MinValue;
        var hoursAreWhole = byHours && from == Hours.Floor(from) && (to == Hours.Floor(to) || to > batchesFrom);
        return from >= batchesFrom || (hoursAreWhole && from >= rollupsFrom);
    }

    /// <returns>What lies between the rolled hours, newest first.</returns>
    internal static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Rest(DateTimeOffset from, DateTimeOffset to, IEnumerable<HourRollup> rolled)
    {
        var end = to;
        foreach (var hour in rolled.Select(rollup => rollup.Hour).OrderDescending())
        {
            var start = hour + Hours.One;
            if (start < end)
            {
                yield return (start, end);
            }

            end = hour;
        }

        if (from < end)
        {
            yield return (from, end);
        }
    }
}
