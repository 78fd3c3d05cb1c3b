namespace Payshift.Core.Storage.Failures;

/// <summary>A failure as lists show it: without payload and without the errors of its attempts.</summary>
public sealed record FailureSummary
{
    /// <summary>A <see cref="FailureId"/>.</summary>
    public required string Id { get; init; }

    public required FailureStatus Status { get; init; }
    public required string Provider { get; init; }
    public required string EventId { get; init; }
    public required string EventType { get; init; }
    public required string PaymentReference { get; init; }
    public required string PaymentMethod { get; init; }

    /// <summary>Minor units, and how many decimals they stand for.</summary>
    public long? AmountMinor { get; init; }
    public int? AmountExponent { get; init; }
    public string? Currency { get; init; }
    public required WebhookPriority Priority { get; init; }
    public required DateTimeOffset EventTime { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateTimeOffset FailedAt { get; init; }
    public required string Reason { get; init; }

    /// <summary>Attempts since it was received or last retried by hand.</summary>
    public required int Attempts { get; init; }

    /// <summary>Workers that died while they held it.</summary>
    public required int Crashes { get; init; }
    public required string BatchId { get; init; }

    /// <summary>Of the payload, in bytes.</summary>
    public required int PayloadLength { get; init; }

    /// <summary>Retries by hand before it failed.</summary>
    public required int Readmissions { get; init; }

    /// <summary>When it was retried by hand after it failed, and by whom.</summary>
    public DateTimeOffset? RetriedAt { get; init; }
    public string? RetriedBy { get; init; }
}
