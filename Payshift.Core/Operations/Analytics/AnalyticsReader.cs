using Payshift.Core.Storage;

namespace Payshift.Core.Operations.Analytics;

/// <summary>What happened over time, read from <c>WebhookBatches</c> alone: a row a batch, never a row a webhook.</summary>
public sealed class AnalyticsReader(IBatchReader batches)
{
    /// <summary>Rows that one call reads: at 1 KB each some 50 MB.</summary>
    internal const int MaxRows = 50_000;

    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async Task<AnalyticsReport> ReadAsync(AnalyticsQuery query, CancellationToken cancellationToken)
    {
        var length = query.To - query.From;
        var read = await Task.WhenAll(
            batches.ReadAsync(query.From, query.To, MaxRows, cancellationToken),
            batches.ReadAsync(query.From - length, query.From, MaxRows, cancellationToken)).ConfigureAwait(false);
        var (total, before) = (Sum(read[0].Records, query), Sum(read[1].Records, query));
        return new AnalyticsReport(
            query,
            read[0].IsComplete && read[1].IsComplete,
            total,
            before,
            AnalyticsTrend.Of(total, before),
            [.. Series(read[0].Records, query)],
            [.. Groups(read[0].Records, query)]);
    }

    private static AnalyticsTotals Sum(IEnumerable<BatchRecord> records, AnalyticsQuery query)
    {
        var tally = new Tally();
        foreach (var count in records.SelectMany(record => Meant(record, query)))
        {
            tally.Add(count);
        }

        return tally.Sum();
    }

    private static IEnumerable<AnalyticsPoint> Series(IEnumerable<BatchRecord> records, AnalyticsQuery query)
    {
        var steps = records.ToLookup(record => Floor(record.StartedAt, query.Step));
        for (var at = Floor(query.From, query.Step); at < query.To; at += query.Step)
        {
            yield return new AnalyticsPoint(at, Sum(steps[at], query));
        }
    }

    private static IEnumerable<AnalyticsGroup> Groups(IEnumerable<BatchRecord> records, AnalyticsQuery query) => records
        .SelectMany(record => Meant(record, query))
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

    private static IEnumerable<BatchCount> Meant(BatchRecord record, AnalyticsQuery query) => record.Counts.Where(count =>
        (query.Provider is null || count.Provider == query.Provider) && (query.PaymentMethod is null || count.PaymentMethod == query.PaymentMethod));

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan step) => new(time.UtcTicks - time.UtcTicks % step.Ticks, TimeSpan.Zero);
}
