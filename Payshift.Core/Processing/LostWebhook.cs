using Payshift.Core.Queue;
using Payshift.Core.Webhooks;

namespace Payshift.Core.Processing;

/// <summary>Stands for a webhook whose envelope Redis lost or damaged, so that operators learn of it.</summary>
internal static class LostWebhook
{
    public const string Provider = "unknown";
    public const string Reason = "The queue lost this webhook's envelope, or it is damaged. Ask the provider to send the event again.";

    public static Webhook Of(Lease lease, DateTimeOffset now) => new()
    {
        Id = lease.Id,
        Provider = Provider,
        EventId = lease.Id.ToString(),
        EventType = "unknown",
        PaymentReference = lease.Id.ToString(),
        PaymentMethod = Webhook.UnknownMethod,
        Priority = WebhookPriority.Normal,
        EventTime = DateTimeOffset.UnixEpoch,
        ReceivedAt = now,
        Payload = ReadOnlyMemory<byte>.Empty,
    };
}
