namespace Payshift.Core.Processing;

/// <summary>The outcome of one attempt to handle a webhook.</summary>
public sealed record WebhookOutcome
{
    public required WebhookId Id { get; init; }

    public required WebhookOutcomeKind Kind { get; init; }

    /// <summary>Why it failed, for operators. No secrets, card numbers or payloads: it is logged and stored.</summary>
    public string? Reason { get; init; }

    /// <summary>The earliest time for the next attempt, where the party that refused named one.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>One of <see cref="FailureCauses"/>.</summary>
    internal string Cause { get; init; } = FailureCauses.Handler;

    public static WebhookOutcome Succeeded(WebhookId id) => new() { Id = id, Kind = WebhookOutcomeKind.Succeeded };

    /// <summary>It may succeed later: tried again with backoff, up to the maximum.</summary>
    public static WebhookOutcome Transient(WebhookId id, string reason, TimeSpan? retryAfter = null) =>
        new() { Id = id, Kind = WebhookOutcomeKind.Transient, Reason = reason, RetryAfter = retryAfter };

    /// <summary>It will never succeed: kept as a failure at once.</summary>
    public static WebhookOutcome Permanent(WebhookId id, string reason) =>
        new() { Id = id, Kind = WebhookOutcomeKind.Permanent, Reason = reason };
}
