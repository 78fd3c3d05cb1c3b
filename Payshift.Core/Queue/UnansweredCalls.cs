namespace Payshift.Core.Queue;

/// <summary>
/// The calls to a partition that were not answered. They may have taken effect: a lease that nobody knows of would count as a
/// worker's death once it ends, and an outage is no fault of the webhook.
/// </summary>
/// <param name="leaseDuration">After which leases end by themselves.</param>
internal sealed class UnansweredCalls(TimeSpan leaseDuration, TimeProvider timeProvider)
{
    /// <summary>Past its lease it no longer ends it, but says that the worker lives.</summary>
    private const int LeasesAnAcknowledgementMatters = 10;

    private readonly Lock _lock = new();
    private readonly List<(long Call, long At)> _acquired = [];
    private readonly List<(Settlement Acknowledgement, long At)> _acknowledged = [];

    /// <param name="call">The number by which the script knows the call that leased.</param>
    public void AddLostCall(long call)
    {
        lock (_lock)
        {
            _acquired.Add((call, timeProvider.GetTimestamp()));
        }
    }

    /// <returns>Every lost call that may still hold leases. What was sent may run after what was sent later, so each is named until it cannot matter.</returns>
    public IReadOnlyList<long> LostCalls()
    {
        lock (_lock)
        {
            _acquired.RemoveAll(lost => IsOlder(lost.At, leaseDuration));
            return _acquired.Count == 0 ? [] : [.. _acquired.Select(lost => lost.Call)];
        }
    }

    public void AddAcknowledgements(IEnumerable<Settlement> settlements)
    {
        lock (_lock)
        {
            var now = timeProvider.GetTimestamp();
            _acknowledged.AddRange(settlements.Select(settlement => (settlement, now)));
        }
    }

    /// <summary>Hands out what is to be sent again: of each lease what was said of it first. A token makes sure that it takes effect once.</summary>
    public IReadOnlyList<Settlement> TakeAcknowledgements()
    {
        lock (_lock)
        {
            if (_acknowledged.Count == 0)
            {
                return [];
            }

            var taken = _acknowledged.Where(unsent => !IsOlder(unsent.At, leaseDuration * LeasesAnAcknowledgementMatters)).Select(unsent => unsent.Acknowledgement).DistinctBy(unsent => unsent.Lease).ToArray();
            _acknowledged.Clear();
            return taken;
        }
    }

    private bool IsOlder(long at, TimeSpan age) => timeProvider.GetElapsedTime(at) > age;
}
