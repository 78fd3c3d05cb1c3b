using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Inbox;

namespace Payshift.Core.Receiving.Inbox;

/// <summary>The failure that tells operators of a damaged row in the inbox. Its payload is the bytes that the row held.</summary>
internal static class UnreadableRowFailure
{
    private const string Reason = "This webhook's row in the inbox is damaged. Ask the provider to send the event again.";
    private const string BatchId = "inbox";

    /// <summary>The same row gives the same failure, however often it is recorded.</summary>
    public static FailureRecord Of(InboxRow row, DateTimeOffset now)
    {
        var name = $"{row.PartitionKey}|{row.RowKey}";
        var webhook = new Webhook
        {
            Id = InboxKeys.TryParse(row.RowKey, out _, out var id) ? id : WebhookId.From(Webhook.UnknownProvider, name),
            Provider = Webhook.UnknownProvider,
            EventId = name,
            EventType = Webhook.UnknownType,
            PaymentReference = name,
            PaymentMethod = Webhook.UnknownMethod,
            Priority = WebhookPriority.Normal,
            EventTime = DateTimeOffset.UnixEpoch,
            ReceivedAt = row.ReceivedAt,
            Payload = row.Envelope,
        };
        return new FailureRecord(webhook, Reason, Attempts: 0, Crashes: 0, Errors: [], now, BatchId);
    }
}
