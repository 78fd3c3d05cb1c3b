using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Batches;

/// <summary>The counts of one batch for one provider and payment method.</summary>
public sealed record BatchGroup(string Provider, string PaymentMethod, int Received, int Processed, int Retried, int Failed)
{
    public static IReadOnlyList<BatchGroup> Of(BatchRecord record) =>
    [
        .. record.Counts
            .GroupBy(count => (count.Provider, count.PaymentMethod))
            .OrderBy(group => group.Key.Provider, StringComparer.Ordinal)
            .ThenBy(group => group.Key.PaymentMethod, StringComparer.Ordinal)
            .Select(group =>
            {
                var part = record with { Counts = [.. group] };
                return new BatchGroup(
                    group.Key.Provider,
                    group.Key.PaymentMethod,
                    part.Total(BatchCount.Received),
                    part.Total(BatchCount.Processed),
                    part.Total(BatchCount.Retried),
                    part.Total(BatchCount.Failed));
            }),
    ];
}
