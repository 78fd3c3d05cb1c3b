namespace Payshift.Core.Storage.Results;

/// <summary>The final outcome of one webhook: a row of <c>WebhookResults</c>.</summary>
/// <param name="Outcome"><see cref="Processed"/> or <see cref="Failed"/>.</param>
/// <param name="Reason">Why it failed, null where it did not.</param>
/// <param name="Attempts">Attempts that it took.</param>
/// <param name="Requeues">How often it had been retried by hand.</param>
public sealed record ResultRecord(
    Webhook Webhook, string Outcome, string? Reason, int Attempts, DateTimeOffset ProcessedAt, string BatchId, int Requeues = 0)
{
    public const string Processed = "processed";
    public const string Failed = "failed";

    /// <summary>From receipt to record. Clocks of two machines may say that it was before.</summary>
    public TimeSpan Delay => ProcessedAt > Webhook.ReceivedAt ? ProcessedAt - Webhook.ReceivedAt : TimeSpan.Zero;
}
