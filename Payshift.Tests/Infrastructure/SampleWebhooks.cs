using System.Text;
using Payshift.Core.Webhooks;

namespace Payshift.Tests.Infrastructure;

internal static class SampleWebhooks
{
    public static Webhook Create(
        string eventId,
        WebhookPriority priority = WebhookPriority.Normal,
        string method = "card",
        string? reference = null,
        DateTimeOffset? eventTime = null,
        string payload = """{"amount":1050,"note":"a payload"}""") => new()
        {
            Id = WebhookId.From("stripe", eventId),
            Provider = "stripe",
            EventId = eventId,
            EventType = "charge.succeeded",
            PaymentReference = reference ?? $"pi_{eventId}",
            PaymentMethod = method,
            Amount = new Money(1050, "EUR", 2),
            Priority = priority,
            EventTime = eventTime ?? DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123),
            ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_001_456),
            Payload = Encoding.UTF8.GetBytes(payload),
        };

    public static IReadOnlyList<Webhook> Many(int count, string prefix = "evt") =>
        [.. Enumerable.Range(0, count).Select(number => Create($"{prefix}_{number}"))];
}
