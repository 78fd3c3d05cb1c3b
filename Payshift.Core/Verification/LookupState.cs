namespace Payshift.Core.Verification;

/// <summary>The open claims and the results so far, shared by concurrent look-ups.</summary>
internal sealed class LookupState
{
    private readonly Lock _lock = new();
    private readonly HashSet<PaymentClaim> _open;
    private readonly Dictionary<PaymentClaim, VerificationResult> _results;

    public LookupState(IReadOnlyCollection<PaymentClaim> claims)
    {
        _open = [.. claims];
        _results = new Dictionary<PaymentClaim, VerificationResult>(claims.Count);
    }

    public IReadOnlyList<PaymentClaim> Open
    {
        get
        {
            lock (_lock)
            {
                return [.. _open];
            }
        }
    }

    /// <summary>The results, complete once all look-ups have ended.</summary>
    public IReadOnlyDictionary<PaymentClaim, VerificationResult> Results => _results;

    public bool IsOpen(PaymentClaim claim)
    {
        lock (_lock)
        {
            return _open.Contains(claim);
        }
    }

    /// <returns>The number of open claims that were confirmed.</returns>
    public int Confirm(Func<PaymentClaim, bool> isConfirmed)
    {
        var confirmed = Open.Where(isConfirmed).ToArray();
        foreach (var claim in confirmed)
        {
            Settle(claim, VerificationResult.Confirmed);
        }

        return confirmed.Length;
    }

    public void Settle(PaymentClaim claim, VerificationResult result)
    {
        lock (_lock)
        {
            _open.Remove(claim);
            _results[claim] = result;
        }
    }

    /// <summary>Settles all open claims as unavailable.</summary>
    public void Abandon(TimeSpan delay)
    {
        foreach (var claim in Open)
        {
            Settle(claim, VerificationResult.Unavailable(delay));
        }
    }
}
