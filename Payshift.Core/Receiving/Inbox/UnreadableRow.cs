using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Inbox;

namespace Payshift.Core.Receiving.Inbox;

/// <summary>Stands for a webhook whose row in the inbox is damaged, so that operators learn of it. Its payload is what the row held.</summary>
internal static class UnreadableRow
{
    private const string Reason = "This webhook's row in the inbox is damaged. Ask the provider to send the event again.";
    private const string BatchId = "inbox";

    /// <summary>The same row gives the same failure, however often it is put away.</summary>
    public static FailureRecord ToFailure(InboxRow row, DateTimeOffset now)
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
