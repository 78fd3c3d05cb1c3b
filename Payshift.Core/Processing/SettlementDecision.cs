using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Processing;

/// <summary>What is to be recorded of a leased webhook, and how its lease ends afterwards.</summary>
/// <param name="Cause">One of <see cref="FailureCauses"/> where the attempt did not succeed.</param>
internal sealed record SettlementDecision(
    LeasedWebhook Leased, Settlement Acknowledgement, ResultRecord? Result = null, FailureRecord? Failure = null, string? Cause = null)
{
    public string Provider => Leased.Webhook?.Provider ?? Webhook.UnknownProvider;

    public string PaymentMethod => Leased.Webhook?.PaymentMethod ?? Webhook.UnknownMethod;
}
