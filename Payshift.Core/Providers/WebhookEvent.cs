namespace Payshift.Core.Providers;

/// <summary>
/// The event that a provider's class reads from a verified delivery. What the event does not say stays null; the receiver fills
/// it in.
/// </summary>
public sealed record WebhookEvent
{
    public required string EventId { get; init; }

    public required string EventType { get; init; }

    /// <summary>Null where the event concerns no payment: its event id stands for it.</summary>
    public string? PaymentReference { get; init; }

    public string? PaymentMethod { get; init; }

    public Money? Amount { get; init; }

    /// <summary>Null where the event says nothing of the payment's state.</summary>
    public PaymentState? State { get; init; }

    /// <summary>The merchant's own reference of the order where there is one, else the provider's.</summary>
    public string? OrderReference { get; init; }

    /// <summary>An id of who pays, the merchant's own where there is one, else the provider's; never an address or a name.</summary>
    public string? CustomerReference { get; init; }

    public WebhookPriority Priority { get; init; } = WebhookPriority.Normal;

    /// <summary>Null where the provider does not say: the time of receipt stands for it.</summary>
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>The event's own bytes: the body, or the part of it that is this event.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }
}
