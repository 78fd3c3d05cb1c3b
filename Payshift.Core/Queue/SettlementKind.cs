namespace Payshift.Core.Queue;

public enum SettlementKind
{
    /// <summary>Handled and recorded: it leaves the queue.</summary>
    Complete,

    /// <summary>Recorded as a permanent failure: it leaves the queue.</summary>
    DeadLetter,

    /// <summary>Waits for its next attempt.</summary>
    Retry,

    /// <summary>Was not tried: it goes back to its place, and nothing is counted.</summary>
    Abandon,

    /// <summary>Could not be tried yet: it waits for the delay, and nothing is counted.</summary>
    Defer,

    /// <summary>Its provider is paused: it is held until that goes on, and nothing is counted.</summary>
    Hold,
}
