namespace Payshift.Core.Webhooks;

/// <summary>How soon a webhook is worked off. Lower values come first; a retry keeps its priority.</summary>
public enum WebhookPriority : byte
{
    /// <summary>A payment succeeded.</summary>
    High = 0,

    /// <summary>Everything that is neither paid nor non-critical.</summary>
    Normal = 1,

    /// <summary>Non-critical: catalogue changes, reports, payouts.</summary>
    Low = 2,
}
