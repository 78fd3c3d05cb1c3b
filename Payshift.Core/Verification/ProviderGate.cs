namespace Payshift.Core.Verification;

/// <summary>The gate to a provider's API, closed for every batch of this process for as long as the provider asked for patience.</summary>
internal sealed class ProviderGate(TimeProvider timeProvider)
{
    private long _closedUntilTicks;

    /// <returns>How long it is still closed, null while it is open.</returns>
    public TimeSpan? ClosedFor
    {
        get
        {
            var left = TimeSpan.FromTicks(Interlocked.Read(ref _closedUntilTicks) - timeProvider.GetUtcNow().UtcTicks);
            return left > TimeSpan.Zero ? left : null;
        }
    }

    public void CloseFor(TimeSpan delay) => Interlocked.Exchange(ref _closedUntilTicks, (timeProvider.GetUtcNow() + delay).UtcTicks);
}
