namespace Payshift.Core.Verification;

/// <summary>Stays closed for as long as the provider asked to be left alone, for every batch of this process.</summary>
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
