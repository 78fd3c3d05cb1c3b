namespace Payshift.Core.Providers;

/// <summary>
/// An event that a provider's class reads from a verified delivery. A property that the event does not state is null; the
/// receiver fills in a default.
/// </summary>
public sealed record WebhookEvent
{
    public required string EventId { get; init; }

    public required string EventType { get; init; }

    /// <summary>Null if the event is not about a payment; the event id is used instead.</summary>
    public string? PaymentReference { get; init; }

    public string? PaymentMethod { get; init; }

    public Money? Amount { get; init; }

    /// <summary>Null if the event does not state it.</summary>
    public PaymentState? State { get; init; }

    /// <summary>The merchant's own reference of the order if there is one, else the provider's.</summary>
    public string? OrderReference { get; init; }

    /// <summary>The payer's id, the merchant's own if there is one, else the provider's; never an address or a name.</summary>
    public string? CustomerReference { get; init; }

    public WebhookPriority Priority { get; init; } = WebhookPriority.Normal;

    /// <summary>Null if the provider does not state it; the time of receipt is used instead.</summary>
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>The event's own bytes: the whole body, or the part of it with this event.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }
}
