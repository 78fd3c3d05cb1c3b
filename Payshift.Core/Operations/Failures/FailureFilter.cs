namespace Payshift.Core.Operations.Failures;

/// <summary>Which failures are meant: all of what is set must apply.</summary>
public sealed record FailureFilter
{
    public string? Provider { get; init; }

    public string? PaymentMethod { get; init; }

    public string? EventType { get; init; }

    public string? PaymentReference { get; init; }

    /// <summary>A part of the reason, in upper or lower case.</summary>
    public string? Reason { get; init; }

    public FailureStatus? Status { get; init; }

    /// <summary>Received at this time or later.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Received before this time.</summary>
    public required DateTimeOffset To { get; init; }
}
