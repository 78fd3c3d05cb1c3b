namespace Payshift.Core.Processing;

/// <summary>Webhooks of a batch that share their payment method, in queue order.</summary>
public sealed record WebhookGroup(string PaymentMethod, IReadOnlyList<WebhookAttempt> Attempts);
