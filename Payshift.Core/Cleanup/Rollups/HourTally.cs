using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Core.Cleanup.Rollups;

/// <summary>The sum of the batches of one hour.</summary>
internal sealed class HourTally(DateTimeOffset hour)
{
    private readonly Dictionary<(string Provider, string PaymentMethod, string Outcome), (int Count, DelayHistogram Delays)> _counts = [];
    private int _batches;

    public void Add(BatchRecord batch)
    {
        _batches++;
        foreach (var count in batch.Counts)
        {
            var key = (count.Provider, count.PaymentMethod, count.Outcome);
            var (sum, delays) = _counts.TryGetValue(key, out var known) ? known : (0, new DelayHistogram());
            delays.Add(count.Delays);
            _counts[key] = (sum + count.Count, delays);
        }
    }

    public HourRollup Sum() => new(hour, _batches,
    [
        .. _counts.Select(entry => new BatchCount(
            entry.Key.Provider,
            entry.Key.PaymentMethod,
            entry.Key.Outcome,
            entry.Value.Count,
            entry.Value.Delays.Count > 0 ? entry.Value.Delays.ToString() : null)),
    ]);
}
