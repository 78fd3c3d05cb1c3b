using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Processing;

/// <summary>A decision on a leased webhook: the rows that record it, and the settlement of its lease.</summary>
/// <param name="Result">The result row; null where the attempt is not the last one.</param>
/// <param name="Failure">The failure row; null unless the webhook is dead-lettered.</param>
/// <param name="Cause">One of <see cref="FailureCauses"/> where the attempt did not succeed.</param>
internal sealed record SettlementDecision(
    LeasedWebhook Leased, Settlement Settlement, ResultRecord? Result = null, FailureRecord? Failure = null, string? Cause = null)
{
    public string Provider => Leased.Webhook?.Provider ?? Webhook.UnknownProvider;

    public string PaymentMethod => Leased.Webhook?.PaymentMethod ?? Webhook.UnknownMethod;
}
