using Payshift.Core.Processing;

namespace Payshift.LocalHost.Sample;

/// <summary>
/// A batch handler to try Payshift with, and to start your own from. Webhooks succeed, unless their payment reference
/// says otherwise: <c>fails-once</c> fails at its first attempt, <c>fails-always</c> for good.
/// </summary>
public sealed class SampleBatchHandler : IWebhookBatchHandler
{
    public Task<IReadOnlyList<WebhookOutcome>> HandleAsync(WebhookGroup group, CancellationToken cancellationToken)
    {
        // One call to your own system for the whole group would stand here. The answer has an outcome for each webhook:
        // one that fails does not fail the others.
        IReadOnlyList<WebhookOutcome> outcomes = [.. group.Attempts.Select(Decide)];
        return Task.FromResult(outcomes);
    }

    private static WebhookOutcome Decide(WebhookAttempt attempt)
    {
        var (webhook, number) = attempt;
        if (webhook.PaymentReference.Contains("fails-always", StringComparison.Ordinal))
        {
            return WebhookOutcome.Permanent(webhook.Id, "The sample fails this payment for good.");
        }

        if (number == 1 && webhook.PaymentReference.Contains("fails-once", StringComparison.Ordinal))
        {
            return WebhookOutcome.Transient(webhook.Id, "The sample fails this payment's first attempt.");
        }

        return WebhookOutcome.Succeeded(webhook.Id);
    }
}
