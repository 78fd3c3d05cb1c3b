using Payshift.Core.Storage.Results;

namespace Payshift.Core.Storage.Batches;

/// <summary>The number of webhooks of one provider and payment method in a batch that had one outcome.</summary>
/// <param name="Outcome">
/// <see cref="Processed"/>, <see cref="Retried"/> or <see cref="Failed"/>; or <see cref="Received"/>, which counts those of them that
/// were at their first attempt.
/// </param>
/// <param name="Delays">From receipt to record, as <see cref="DelayHistogram"/> writes them; null where nothing was recorded.</param>
public sealed record BatchCount(string Provider, string PaymentMethod, string Outcome, int Count, string? Delays = null)
{
    public const string Received = "received";
    public const string Processed = ResultRecord.Processed;
    public const string Retried = "retried";
    public const string Failed = ResultRecord.Failed;
}
