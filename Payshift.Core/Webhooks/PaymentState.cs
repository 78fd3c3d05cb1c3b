namespace Payshift.Core.Webhooks;

/// <summary>Where a payment stands, as its provider tells it.</summary>
/// <remarks>
/// The event of the latest time decides. Many providers count whole seconds, and a payment that is authorized and captured at
/// once says both within one: of events of the same time, the one whose state has the higher value decides. The values are
/// this rank; they wait in Redis with their webhooks and stay as they are.
/// </remarks>
public enum PaymentState : byte
{
    /// <summary>Begun and not decided: made, waiting for the customer, on its way through a bank.</summary>
    Pending = 10,

    /// <summary>The money is reserved and not taken yet.</summary>
    Authorized = 20,

    /// <summary>An attempt was refused or broke off; another may follow.</summary>
    Failed = 30,

    /// <summary>Ended without money because its time was over.</summary>
    Expired = 40,

    /// <summary>Ended without money because the merchant or the customer wanted it so.</summary>
    Canceled = 50,

    /// <summary>The money came in: captured, settled, confirmed.</summary>
    Succeeded = 60,

    /// <summary>A part of the money went back, and the event says that it was a part.</summary>
    PartiallyRefunded = 70,

    /// <summary>The money went back: all of it, or the event does not say how much of it.</summary>
    Refunded = 80,

    /// <summary>The customer or a bank contests it, and nothing is decided.</summary>
    Disputed = 90,

    /// <summary>The money was taken back, by a bank or by a dispute that was lost or accepted.</summary>
    ChargedBack = 100,
}
