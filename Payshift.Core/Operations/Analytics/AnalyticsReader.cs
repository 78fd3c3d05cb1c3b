using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.CleanupMarks;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Core.Operations.Analytics;

/// <summary>What happened over time, read from <c>WebhookBatches</c> and <c>WebhookRollups</c>: never a row a webhook.</summary>
public sealed class AnalyticsReader(IBatchTable batches, RollupTable rollups, CleanupMarkTable marks)
{
    private readonly CountsReader _counts = new(batches, rollups, marks);

    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async Task<AnalyticsReport> ReadAsync(AnalyticsQuery query, CancellationToken cancellationToken)
    {
        var (length, byHours) = (query.To - query.From, query.By != AnalyticsStep.Minute);
        var read = await Task.WhenAll(
            _counts.ReadAsync(query.From, query.To, byHours, cancellationToken),
            _counts.ReadAsync(query.From - length, query.From, byHours, cancellationToken));
        var (total, before) = (Sum(read[0].Counts, query), Sum(read[1].Counts, query));
        return new AnalyticsReport(
            query,
            read[0].IsComplete && read[1].IsComplete,
            total,
            before,
            AnalyticsTrend.Of(total, before),
            [.. Series(read[0].Counts, query)],
            [.. Groups(read[0].Counts, query)]);
    }

    private static AnalyticsTotals Sum(IEnumerable<CountsAt> counts, AnalyticsQuery query)
    {
        var tally = new Tally();
        foreach (var count in counts.SelectMany(at => Meant(at, query)))
        {
            tally.Add(count);
        }

        return tally.Sum();
    }

    private static IEnumerable<AnalyticsPoint> Series(IEnumerable<CountsAt> counts, AnalyticsQuery query)
    {
        var steps = counts.ToLookup(one => Floor(one.At, query.Step));
        for (var at = Floor(query.From, query.Step); at < query.To; at += query.Step)
        {
            yield return new AnalyticsPoint(at, Sum(steps[at], query));
        }
    }

    private static IEnumerable<AnalyticsGroup> Groups(IEnumerable<CountsAt> counts, AnalyticsQuery query) => counts
        .SelectMany(at => Meant(at, query))
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

    private static IEnumerable<BatchCount> Meant(CountsAt counts, AnalyticsQuery query) => counts.Counts.Where(count =>
        (query.Provider is null || count.Provider == query.Provider) && (query.PaymentMethod is null || count.PaymentMethod == query.PaymentMethod));

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - time.UtcTicks % step.Ticks, TimeSpan.Zero);
}
