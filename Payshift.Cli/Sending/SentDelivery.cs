namespace Payshift.Cli.Sending;

/// <summary>One delivery that was sent, and what was answered.</summary>
/// <param name="IsRepetition">Whether it was sent before.</param>
/// <param name="Kept">New events; null where the answer does not count.</param>
/// <param name="Duplicates">Known events; null where the answer does not count.</param>
internal sealed record SentDelivery(
    string EventType,
    string EventId,
    string PaymentReference,
    bool IsRepetition,
    int Status,
    int? Kept,
    int? Duplicates,
    double ElapsedMilliseconds,
    bool AsExpected)
{
    public string Said => this switch
    {
        { Duplicates: > 0 } => "duplicate",
        { Kept: > 0 } => "kept",
        { Status: >= 200 and < 300 } => "accepted",
        { Status: >= 400 and < 500 } => "refused",
        _ => "failed",
    };
}
