namespace Payshift.Core.Processing;

/// <param name="Number">1 for the first attempt.</param>
public sealed record WebhookAttempt(Webhook Webhook, int Number);
