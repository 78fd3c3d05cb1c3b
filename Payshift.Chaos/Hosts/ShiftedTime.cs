namespace Payshift.Chaos.Hosts;

/// <summary>A clock that is off by a constant; what it measures is right all the same, as on a real machine.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
