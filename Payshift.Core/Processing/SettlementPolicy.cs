using Payshift.Core.Processing.Retries;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Processing;

/// <summary>Turns an outcome into what is recorded and what the queue does: policy, apart from queue and storage.</summary>
internal sealed class SettlementPolicy(RetryPolicies policies, TimeProvider timeProvider)
{
    public SettlementDecision Decide(LeasedWebhook leased, Webhook webhook, WebhookOutcome outcome, string batchId)
    {
        var attempt = leased.Attempts + 1;
        var now = timeProvider.GetUtcNow();
        if (outcome.Kind == WebhookOutcomeKind.Succeeded)
        {
            return new SettlementDecision(
                leased,
                new Settlement(leased.Lease, SettlementKind.Complete),
                new ResultRecord(webhook, ResultRecord.Processed, null, attempt, now, batchId, leased.Requeues));
        }

        var reason = SensitiveText.Mask(outcome.Reason ?? "The handler gave no reason.");
        var error = new AttemptError(attempt, now, reason);
        if (outcome.Kind == WebhookOutcomeKind.Permanent)
        {
            return DeadLetter(leased, webhook, reason, outcome.Cause, attempt, [.. leased.Errors, error], batchId);
        }

        var retry = policies.For(webhook.Provider);
        if (attempt >= retry.MaxAttempts)
        {
            return DeadLetter(leased, webhook, $"Gave up after {attempt} attempts: {reason}", outcome.Cause, attempt, [.. leased.Errors, error], batchId);
        }

        var backoff = RetryBackoff.Delay(attempt, leased.LastDelay, retry, Random.Shared.NextDouble());
        var delay = outcome.RetryAfter is { } asked && asked > backoff ? asked : backoff;
        return new SettlementDecision(leased, new Settlement(leased.Lease, SettlementKind.Retry, delay, error), Cause: outcome.Cause);
    }

    /// <summary>Lets a webhook wait for something that is not its fault: no attempt is counted.</summary>
    public static SettlementDecision Defer(LeasedWebhook leased, TimeSpan delay) =>
        new(leased, new Settlement(leased.Lease, SettlementKind.Defer, delay));

    /// <summary>Lets a webhook go back as if it had not been taken.</summary>
    public static SettlementDecision Abandon(LeasedWebhook leased) => new(leased, new Settlement(leased.Lease, SettlementKind.Abandon));

    /// <summary>Lets a webhook wait until its paused provider is resumed.</summary>
    public static SettlementDecision Hold(LeasedWebhook leased, string provider) =>
        new(leased, new Settlement(leased.Lease, SettlementKind.Hold, Provider: provider));

    /// <summary>Keeps a webhook as a permanent failure without another attempt.</summary>
    /// <param name="cause">One of <see cref="FailureCauses"/>.</param>
    public SettlementDecision DeadLetter(LeasedWebhook leased, Webhook webhook, string reason, string cause, string batchId) =>
        DeadLetter(leased, webhook, reason, cause, leased.Attempts, leased.Errors, batchId);

    private SettlementDecision DeadLetter(
        LeasedWebhook leased, Webhook webhook, string reason, string cause, int attempts, IReadOnlyList<AttemptError> errors, string batchId)
    {
        var now = timeProvider.GetUtcNow();
        return new SettlementDecision(
            leased,
            new Settlement(leased.Lease, SettlementKind.DeadLetter),
            new ResultRecord(webhook, ResultRecord.Failed, reason, attempts, now, batchId, leased.Requeues),
            new FailureRecord(webhook, reason, attempts, leased.Crashes, errors, now, batchId, leased.Requeues),
            cause);
    }
}
