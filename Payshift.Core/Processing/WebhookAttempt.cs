using Payshift.Core.Queue;

namespace Payshift.Core.Processing;

/// <summary>One attempt to handle a webhook.</summary>
/// <param name="Number">1 for the first attempt.</param>
public sealed record WebhookAttempt(Webhook Webhook, int Number)
{
    internal static WebhookAttempt Of(LeasedWebhook leased) => new(leased.Webhook!, leased.Attempts + 1);
}
