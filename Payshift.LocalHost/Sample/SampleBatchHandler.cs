using Payshift.Core.Processing;

namespace Payshift.LocalHost.Sample;

/// <summary>
/// A batch handler for trying Payshift, and a starting point for your own. Webhooks succeed unless their payment reference
/// asks for a failure: <c>fails-once</c> fails at the first attempt, <c>fails-always</c> at every attempt.
/// </summary>
public sealed class SampleBatchHandler : IWebhookBatchHandler
{
    public Task<IReadOnlyList<WebhookOutcome>> HandleAsync(WebhookGroup group, CancellationToken cancellationToken)
    {
        // Call your own system here, once for the whole group. Return an outcome for each webhook: one that fails does not
        // fail the others.
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
