using Payshift.Core.Queue;

namespace Payshift.Core.Processing;

/// <summary>
/// A placeholder for a webhook whose envelope Redis lost or damaged, so that operators learn of it. Its payload is what Redis
/// held.
/// </summary>
internal static class LostWebhook
{
    public const string Reason = "The queue lost this webhook's envelope, or it is damaged. Ask the provider to send the event again.";

    public static Webhook Of(LeasedWebhook lost, DateTimeOffset now) => new()
    {
        Id = lost.Lease.Id,
        Provider = Webhook.UnknownProvider,
        EventId = lost.Lease.Id.ToString(),
        EventType = Webhook.UnknownType,
        PaymentReference = lost.Lease.Id.ToString(),
        PaymentMethod = Webhook.UnknownMethod,
        Priority = WebhookPriority.Normal,
        EventTime = DateTimeOffset.UnixEpoch,
        ReceivedAt = now,
        Payload = lost.Unread,
    };
}
