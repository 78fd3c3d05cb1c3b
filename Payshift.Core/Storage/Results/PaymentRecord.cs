namespace Payshift.Core.Storage.Results;

/// <summary>The record of one webhook of a payment, without its payload.</summary>
public sealed record PaymentRecord
{
    public required string Id { get; init; }
    public required string Provider { get; init; }
    public required string EventId { get; init; }
    public required string EventType { get; init; }
    public required string PaymentReference { get; init; }
    public required string PaymentMethod { get; init; }

    /// <summary>Minor units, and how many decimals they stand for.</summary>
    public long? AmountMinor { get; init; }
    public int? AmountExponent { get; init; }
    public string? Currency { get; init; }

    /// <summary>The state of the payment as the event says, whatever the outcome of the webhook; null where the event says none.</summary>
    public PaymentState? State { get; init; }

    public string? OrderReference { get; init; }
    public string? CustomerReference { get; init; }
    public required WebhookPriority Priority { get; init; }
    public required DateTimeOffset EventTime { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset ProcessedAt { get; init; }

    /// <summary><c>processed</c> or <c>failed</c>.</summary>
    public required string Outcome { get; init; }

    public string? Reason { get; init; }

    /// <summary>Attempts that it took.</summary>
    public required int Attempts { get; init; }
    public required string BatchId { get; init; }
}
