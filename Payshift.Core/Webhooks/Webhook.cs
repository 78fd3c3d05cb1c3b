using System.Diagnostics;

namespace Payshift.Core.Webhooks;

/// <summary>One verified event. A delivery may carry several.</summary>
public sealed record Webhook
{
    public required WebhookId Id { get; init; }

    /// <summary>The provider's name as in its route, for example <c>stripe</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The provider's id of the event, or what stands for it where the provider gives none.</summary>
    public required string EventId { get; init; }

    /// <summary>The provider's own name of what happened, for example <c>charge.succeeded</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>What the payment is known by, for example a payment intent's id or the merchant's transaction reference.</summary>
    public required string PaymentReference { get; init; }

    /// <summary>Lower case, for example <c>card</c>; <see cref="UnknownMethod"/> where the event does not say.</summary>
    public required string PaymentMethod { get; init; }

    public Money? Amount { get; init; }

    /// <summary>Where the event says that the payment stands; null where it says nothing of that.</summary>
    public PaymentState? State { get; init; }

    /// <summary>The order it is for: the merchant's own reference where the event carries one, else the provider's. Null where it carries none.</summary>
    public string? OrderReference { get; init; }

    /// <summary>Who pays: an id, the merchant's own where the event carries one, else the provider's. Null where it carries none.</summary>
    public string? CustomerReference { get; init; }

    public required WebhookPriority Priority { get; init; }

    /// <summary>When it happened at the provider. The payment's state follows this, not the order of arrival.</summary>
    public required DateTimeOffset EventTime { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// The trace of the delivery that brought it (W3C trace context), for telemetry to link to. Null where there was none. It
    /// changes nothing of what is done with the webhook.
    /// </summary>
    public ActivityContext? TraceParent { get; init; }

    /// <summary>What is kept of the delivery's headers: never a secret, a signature or what a host or a proxy added.</summary>
    public DeliveryHeaders Headers { get; init; }

    /// <summary>The event's bytes as received.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The provider of a webhook whose envelope is lost or damaged, and the one that telemetry names where there is none.</summary>
    public const string UnknownProvider = "unknown";

    /// <summary>The type of an event that names none.</summary>
    public const string UnknownType = "unknown";

    /// <summary>The payment method of an event that names none.</summary>
    public const string UnknownMethod = "unknown";
}
