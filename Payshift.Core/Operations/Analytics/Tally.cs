using Payshift.Core.Operations.Stats;
using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Analytics;

/// <summary>A sum of batches' counts.</summary>
internal sealed class Tally
{
    private readonly DelayHistogram _delays = new();
    private long _received, _processed, _failed, _retried;

    public void Add(BatchCount count)
    {
        switch (count.Outcome)
        {
            case BatchCount.Received:
                _received += count.Count;
                break;
            case BatchCount.Processed:
                _processed += count.Count;
                break;
            case BatchCount.Failed:
                _failed += count.Count;
                break;
            case BatchCount.Retried:
                _retried += count.Count;
                break;
        }

        _delays.Add(count.Delays);
    }

    public AnalyticsTotals Sum() => new(_received, _processed, _failed, _retried, DurationStats.Of(_delays));
}
