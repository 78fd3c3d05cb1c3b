namespace Payshift.Core.Queue;

/// <summary>
/// The calls to a partition that were not answered. They may have taken effect: a lease that nobody knows of would count as a
/// worker's death once it ends, and an outage is no fault of the webhook.
/// </summary>
/// <param name="leaseDuration">After which leases end by themselves.</param>
internal sealed class UnansweredCalls(TimeSpan leaseDuration, TimeProvider timeProvider)
{
    /// <summary>Past its lease it no longer ends it, but says that the worker lives.</summary>
    private const int LeasesASettlementMatters = 10;

    private readonly Lock _lock = new();
    private readonly List<(long Call, long At)> _leases = [];
    private readonly List<(Settlement Settlement, long At)> _settlements = [];

    /// <param name="call">The number by which the script knows the call that leased.</param>
    public void AddLostCall(long call)
    {
        lock (_lock)
        {
            _leases.Add((call, timeProvider.GetTimestamp()));
        }
    }

    /// <returns>Every lost call that may still hold leases. What was sent may run after what was sent later, so each is named until it cannot matter.</returns>
    public IReadOnlyList<long> LostCalls()
    {
        lock (_lock)
        {
            _leases.RemoveAll(lost => IsOlder(lost.At, leaseDuration));
            return _leases.Count == 0 ? [] : [.. _leases.Select(lost => lost.Call)];
        }
    }

    public void AddSettlements(IEnumerable<Settlement> settlements)
    {
        lock (_lock)
        {
            var now = timeProvider.GetTimestamp();
            _settlements.AddRange(settlements.Select(settlement => (settlement, now)));
        }
    }

    /// <summary>Hands out what is to be sent again: of each lease what was said of it first. A token makes sure that it takes effect once.</summary>
    public IReadOnlyList<Settlement> TakeSettlements()
    {
        lock (_lock)
        {
            if (_settlements.Count == 0)
            {
                return [];
            }

            var taken = _settlements.Where(unsent => !IsOlder(unsent.At, leaseDuration * LeasesASettlementMatters)).Select(unsent => unsent.Settlement).DistinctBy(unsent => unsent.Lease).ToArray();
            _settlements.Clear();
            return taken;
        }
    }

    private bool IsOlder(long at, TimeSpan age) => timeProvider.GetElapsedTime(at) > age;
}
