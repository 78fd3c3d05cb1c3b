namespace Payshift.Core.Processing;

/// <summary>The webhooks of a batch that share their payment method, in queue order.</summary>
public sealed record WebhookGroup(string PaymentMethod, IReadOnlyList<WebhookAttempt> Attempts);
