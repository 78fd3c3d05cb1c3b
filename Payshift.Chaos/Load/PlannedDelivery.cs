namespace Payshift.Chaos.Load;

/// <summary>One delivery of an event, which its provider repeats until it is acknowledged.</summary>
/// <param name="At">When it is sent first, as a part of the run: from 0 to 1.</param>
/// <param name="IsImpatient">Whether the provider hangs up on its first answer.</param>
internal sealed record PlannedDelivery(PlannedEvent Event, double At, bool IsImpatient)
{
    /// <summary>Whether the run was over before it was acknowledged.</summary>
    public bool IsAcknowledged { get; set; }
}
