using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.CleanupMarks;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Core.Operations.Analytics;

/// <summary>The reader of analytics, from <c>WebhookBatches</c> and <c>WebhookRollups</c>: never a row a webhook.</summary>
public sealed class AnalyticsReader(IBatchTable batches, RollupTable rollups, CleanupMarkTable marks)
{
    private readonly CountsReader _counts = new(batches, rollups, marks);

    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async Task<AnalyticsResponse> ReadAsync(AnalyticsFilter filter, CancellationToken cancellationToken)
    {
        var (length, byHours) = (filter.To - filter.From, filter.By != AnalyticsStep.Minute);
        var read = await Task.WhenAll(
            _counts.ReadAsync(filter.From, filter.To, byHours, cancellationToken),
            _counts.ReadAsync(filter.From - length, filter.From, byHours, cancellationToken));
        var (total, before) = (Sum(read[0].Counts, filter), Sum(read[1].Counts, filter));
        return new AnalyticsResponse(
            filter.From,
            filter.To,
            filter.By,
            read[0].IsComplete && read[1].IsComplete,
            total,
            before,
            AnalyticsTrend.Of(total, before),
            [.. Series(read[0].Counts, filter)],
            [.. Groups(read[0].Counts, filter)]);
    }

    private static AnalyticsTotals Sum(IEnumerable<CountsAt> counts, AnalyticsFilter filter)
    {
        var tally = new Tally();
        foreach (var count in counts.SelectMany(at => Meant(at, filter)))
        {
            tally.Add(count);
        }

        return tally.Sum();
    }

    private static IEnumerable<AnalyticsPoint> Series(IEnumerable<CountsAt> counts, AnalyticsFilter filter)
    {
        var steps = counts.ToLookup(one => Floor(one.At, filter.Step));
        for (var at = Floor(filter.From, filter.Step); at < filter.To; at += filter.Step)
        {
            yield return new AnalyticsPoint(at, Sum(steps[at], filter));
        }
    }

    private static IEnumerable<AnalyticsGroup> Groups(IEnumerable<CountsAt> counts, AnalyticsFilter filter) => counts
        .SelectMany(at => Meant(at, filter))
        .GroupBy(count => (count.Provider, count.PaymentMethod))
        .Select(group =>
        {
            var tally = new Tally();
            foreach (var count in group)
            {
                tally.Add(count);
            }

            return new AnalyticsGroup(group.Key.Provider, group.Key.PaymentMethod, tally.Sum());
        })
        .OrderByDescending(group => group.Totals.Processed + group.Totals.Failed)
        .ThenBy(group => group.Provider, StringComparer.Ordinal)
        .ThenBy(group => group.PaymentMethod, StringComparer.Ordinal);

    private static IEnumerable<BatchCount> Meant(CountsAt counts, AnalyticsFilter filter) => counts.Counts.Where(count =>
        (filter.Provider is null || count.Provider == filter.Provider) && (filter.PaymentMethod is null || count.PaymentMethod == filter.PaymentMethod));

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - time.UtcTicks % step.Ticks, TimeSpan.Zero);
}
