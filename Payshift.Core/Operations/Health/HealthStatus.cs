namespace Payshift.Core.Operations.Health;

/// <summary>The health as a probe is told it.</summary>
public enum HealthStatus
{
    /// <summary>Webhooks are taken, processed and recorded.</summary>
    Ready,

    /// <summary>Webhooks are taken, but part of the queue does not answer, or the process timer stands still.</summary>
    Degraded,

    /// <summary>Redis or Table Storage does not answer.</summary>
    Unavailable,
}
