namespace Payshift.Core.Verification;

/// <summary>The claims that are still open, shared by look-ups that run at once.</summary>
internal sealed class LookupState
{
    private readonly Lock _lock = new();
    private readonly HashSet<PaymentClaim> _open;
    private readonly Dictionary<PaymentClaim, VerificationFinding> _findings;

    public LookupState(IReadOnlyCollection<PaymentClaim> claims)
    {
        _open = [.. claims];
        _findings = new Dictionary<PaymentClaim, VerificationFinding>(claims.Count);
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

    /// <summary>To be read when all have been asked.</summary>
    public IReadOnlyDictionary<PaymentClaim, VerificationFinding> Findings => _findings;

    public bool IsOpen(PaymentClaim claim)
    {
        lock (_lock)
        {
            return _open.Contains(claim);
        }
    }

    /// <returns>How many open claims are confirmed by this.</returns>
    public int Confirm(Func<PaymentClaim, bool> isConfirmed)
    {
        var confirmed = Open.Where(isConfirmed).ToArray();
        foreach (var claim in confirmed)
        {
            Settle(claim, VerificationFinding.Confirmed);
        }

        return confirmed.Length;
    }

    public void Settle(PaymentClaim claim, VerificationFinding finding)
    {
        lock (_lock)
        {
            _open.Remove(claim);
            _findings[claim] = finding;
        }
    }

    /// <summary>Leaves all that is open for later.</summary>
    public void Abandon(TimeSpan delay)
    {
        foreach (var claim in Open)
        {
            Settle(claim, VerificationFinding.Unavailable(delay));
        }
    }
}
