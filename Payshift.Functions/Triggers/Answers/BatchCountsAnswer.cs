using Payshift.Core.Storage;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What one batch did with the webhooks of one provider and payment method.</summary>
internal sealed record BatchCountsAnswer(string Provider, string PaymentMethod, int Received, int Processed, int Retried, int Failed)
{
    public static IReadOnlyList<BatchCountsAnswer> Of(BatchRecord record) =>
    [
        .. record.Counts
            .GroupBy(count => (count.Provider, count.PaymentMethod))
            .Select(group => new BatchCountsAnswer(
                group.Key.Provider,
                group.Key.PaymentMethod,
                Total(group, BatchCount.Received),
                Total(group, BatchCount.Processed),
                Total(group, BatchCount.Retried),
                Total(group, BatchCount.Failed)))
            .OrderBy(counts => counts.Provider, StringComparer.Ordinal)
            .ThenBy(counts => counts.PaymentMethod, StringComparer.Ordinal),
    ];

    private static int Total(IEnumerable<BatchCount> counts, string outcome) => counts.Where(count => count.Outcome == outcome).Sum(count => count.Count);
}
