using Payshift.Core.Processing.Retries;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Processing;

/// <summary>Turns an outcome into what is recorded and what the queue does: policy, apart from queue and storage.</summary>
internal sealed class DecisionMaker(RetryPolicies policies, TimeProvider timeProvider)
{
    public Decision Decide(LeasedWebhook leased, Webhook webhook, WebhookOutcome outcome, string batchId)
    {
        var attempt = leased.Attempts + 1;
        var now = timeProvider.GetUtcNow();
        if (outcome.Kind == WebhookOutcomeKind.Succeeded)
        {
            return new Decision(
                leased,
                new Acknowledgement(leased.Lease, Verdict.Processed),
                new ResultRecord(webhook, ResultRecord.Processed, null, attempt, now, batchId, leased.Readmissions));
        }

        var reason = SensitiveText.Mask(outcome.Reason ?? "The handler gave no reason.");
        var error = new AttemptError(attempt, now, reason);
        if (outcome.Kind == WebhookOutcomeKind.Permanent)
        {
            return Fail(leased, webhook, reason, outcome.Cause, attempt, [.. leased.Errors, error], batchId);
        }

        var retry = policies.For(webhook.Provider);
        if (attempt >= retry.MaxAttempts)
        {
            return Fail(leased, webhook, $"Gave up after {attempt} attempts: {reason}", outcome.Cause, attempt, [.. leased.Errors, error], batchId);
        }

        var backoff = RetryBackoff.Delay(attempt, leased.LastDelay, retry, Random.Shared.NextDouble());
        var delay = outcome.RetryAfter is { } asked && asked > backoff ? asked : backoff;
        return new Decision(leased, new Acknowledgement(leased.Lease, Verdict.Retry, delay, error), Cause: outcome.Cause);
    }

    /// <summary>Lets a webhook wait for something that is not its fault: no attempt is counted.</summary>
    public static Decision Postpone(LeasedWebhook leased, TimeSpan delay) =>
        new(leased, new Acknowledgement(leased.Lease, Verdict.Postpone, delay));

    /// <summary>Lets a webhook go back as if it had not been taken.</summary>
    public static Decision Release(LeasedWebhook leased) => new(leased, new Acknowledgement(leased.Lease, Verdict.Release));

    /// <summary>Lets a webhook wait until its paused provider is resumed.</summary>
    public static Decision Hold(LeasedWebhook leased, string provider) =>
        new(leased, new Acknowledgement(leased.Lease, Verdict.Hold, Provider: provider));

    /// <summary>Keeps a webhook as a permanent failure without another attempt.</summary>
    /// <param name="cause">One of <see cref="FailureCauses"/>.</param>
    public Decision Fail(LeasedWebhook leased, Webhook webhook, string reason, string cause, string batchId) =>
        Fail(leased, webhook, reason, cause, leased.Attempts, leased.Errors, batchId);

    private Decision Fail(
        LeasedWebhook leased, Webhook webhook, string reason, string cause, int attempts, IReadOnlyList<AttemptError> errors, string batchId)
    {
        var now = timeProvider.GetUtcNow();
        return new Decision(
            leased,
            new Acknowledgement(leased.Lease, Verdict.Failed),
            new ResultRecord(webhook, ResultRecord.Failed, reason, attempts, now, batchId, leased.Readmissions),
            new FailureRecord(webhook, reason, attempts, leased.Crashes, errors, now, batchId, leased.Readmissions),
            cause);
    }
}
