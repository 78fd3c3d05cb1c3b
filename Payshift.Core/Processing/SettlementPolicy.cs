using Payshift.Core.Processing.Retries;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Processing;

/// <summary>The policy that turns outcomes into decisions. It reads and writes neither queue nor tables.</summary>
/// <param name="random">The source of the backoff's jitter.</param>
internal sealed class SettlementPolicy(RetryPolicies policies, TimeProvider timeProvider, Random random)
{
    /// <summary>Decides on webhooks that were given to the handler. One without an outcome did not get its turn and goes back.</summary>
    public IEnumerable<SettlementDecision> Decide(
        IReadOnlyList<LeasedWebhook> handled, IReadOnlyDictionary<WebhookId, WebhookOutcome> outcomes, string batchId) =>
        handled.Select(leased => outcomes.TryGetValue(leased.Lease.Id, out var outcome) ? Decide(leased, outcome, batchId) : Abandon(leased));

    /// <summary>Decides on a webhook whose attempt ended.</summary>
    /// <param name="leased">The webhook, with an envelope that could be read.</param>
    public SettlementDecision Decide(LeasedWebhook leased, WebhookOutcome outcome, string batchId)
    {
        var webhook = leased.Webhook!;
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

        var backoff = RetryBackoff.Delay(attempt, leased.LastDelay, retry, random.NextDouble());
        var delay = outcome.RetryAfter is { } asked && asked > backoff ? asked : backoff;
        return new SettlementDecision(leased, new Settlement(leased.Lease, SettlementKind.Retry, delay, error), Cause: outcome.Cause);
    }

    /// <summary>Defers a webhook that cannot be tried yet. No attempt is counted.</summary>
    public static SettlementDecision Defer(LeasedWebhook leased, TimeSpan delay) =>
        new(leased, new Settlement(leased.Lease, SettlementKind.Defer, delay));

    /// <summary>Abandons a webhook: it goes back as if it had not been leased.</summary>
    public static SettlementDecision Abandon(LeasedWebhook leased) => new(leased, new Settlement(leased.Lease, SettlementKind.Abandon));

    /// <summary>Holds a webhook until its paused provider is resumed.</summary>
    public static SettlementDecision Hold(LeasedWebhook leased, string provider) =>
        new(leased, new Settlement(leased.Lease, SettlementKind.Hold, Provider: provider));

    /// <summary>Settles a webhook as a worker that died recorded it.</summary>
    public static SettlementDecision Repeat(LeasedWebhook leased, RecordedOutcome recorded) =>
        new(leased, new Settlement(leased.Lease, recorded.IsProcessed ? SettlementKind.Complete : SettlementKind.DeadLetter));

    /// <summary>Dead-letters a webhook without another attempt.</summary>
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
