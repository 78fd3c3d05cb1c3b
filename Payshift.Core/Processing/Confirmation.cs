using Payshift.Core.Queue;
using Payshift.Core.Verification;

namespace Payshift.Core.Processing;

/// <summary>The confirmation of webhooks by their providers' APIs, and the decisions on those that are not confirmed.</summary>
internal sealed class Confirmation(
    WebhookVerification verification, SettlementPolicy policy, IOptions<ProcessingOptions> options, TimeProvider timeProvider)
{
    /// <returns>The webhooks to handle, in their order, and decisions on the others.</returns>
    public async Task<(IReadOnlyList<LeasedWebhook> Confirmed, IReadOnlyList<SettlementDecision> Unconfirmed)> ConfirmAsync(
        IReadOnlyList<LeasedWebhook> leased, string batchId, CancellationToken cancellationToken)
    {
        if (leased.Count == 0)
        {
            return ([], []);
        }

        // A provider that is slow must leave the handler its time.
        using var half = new CancellationTokenSource(options.Value.BatchTimeout / 2, timeProvider);
        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(half.Token, cancellationToken);
        var findings = await verification.VerifyAsync([.. leased.Select(webhook => webhook.Webhook!)], timeLimit.Token);

        var confirmed = new List<LeasedWebhook>(leased.Count);
        var unconfirmed = new List<SettlementDecision>();
        for (var i = 0; i < leased.Count; i++)
        {
            if (findings[i].Status == VerificationStatus.Confirmed)
            {
                confirmed.Add(leased[i]);
            }
            else
            {
                unconfirmed.Add(Decide(leased[i], findings[i], batchId));
            }
        }

        return (confirmed, unconfirmed);
    }

    /// <summary>Decides on one webhook. What the provider does not confirm must not pass for the payment's state.</summary>
    private SettlementDecision Decide(LeasedWebhook leased, VerificationResult finding, string batchId)
    {
        if (finding.Status == VerificationStatus.Unavailable)
        {
            return SettlementPolicy.Defer(leased, finding.Delay);
        }

        var webhook = leased.Webhook!;
        var outcome = finding.Status == VerificationStatus.NotFound
            ? WebhookOutcome.Transient(webhook.Id, finding.Reason!)
            : WebhookOutcome.Permanent(webhook.Id, finding.Reason!);
        var decision = policy.Decide(leased, outcome with { Cause = FailureCauses.Verification }, batchId);
        return decision with { Result = decision.Result is { } result ? result with { Webhook = webhook with { State = null } } : null };
    }
}
