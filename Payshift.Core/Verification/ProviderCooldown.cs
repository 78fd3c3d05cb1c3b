namespace Payshift.Core.Verification;

/// <summary>The time for which a provider asked not to be called. It holds for every batch of this process.</summary>
internal sealed class ProviderCooldown(TimeProvider timeProvider)
{
    private long _untilTicks;

    /// <summary>Null when the provider can be called.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            var left = TimeSpan.FromTicks(Interlocked.Read(ref _untilTicks) - timeProvider.GetUtcNow().UtcTicks);
            return left > TimeSpan.Zero ? left : null;
        }
    }

    public void Begin(TimeSpan delay) => Interlocked.Exchange(ref _untilTicks, (timeProvider.GetUtcNow() + delay).UtcTicks);
}
