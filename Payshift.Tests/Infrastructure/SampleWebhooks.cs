using System.Diagnostics;

namespace Payshift.Tests.Infrastructure;

internal static class SampleWebhooks
{
    public static ActivityContext Trace { get; } = new(
        ActivityTraceId.CreateFromString("4bf92f3577b34da6a3ce929d0e0e4736"),
        ActivitySpanId.CreateFromString("00f067aa0ba902b7"),
        ActivityTraceFlags.Recorded,
        isRemote: true);

    public static DeliveryHeaders Headers { get; } = new("content-type: application/json\nuser-agent: Example/1.0 (é)");

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
