namespace Payshift.Core.Storage;

/// <param name="Outcome"><see cref="Processed"/>, <see cref="Retried"/> or <see cref="Failed"/>.</param>
public sealed record BatchCount(string Provider, string PaymentMethod, string Outcome, int Count)
{
    public const string Processed = ResultRecord.Processed;
    public const string Retried = "retried";
    public const string Failed = ResultRecord.Failed;
}
