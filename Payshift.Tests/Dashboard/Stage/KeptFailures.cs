using Payshift.Core.Storage.Failures;

namespace Payshift.Tests.Dashboard.Stage;

/// <summary>Failures as a test wants them, told from others by their payment reference.</summary>
internal static class KeptFailures
{
    /// <summary>Read once: their order must not follow from how long it takes to make them.</summary>
    private static readonly DateTimeOffset Newest = DateTimeOffset.UtcNow.AddMinutes(-1);

    /// <summary>A reference that no other test has.</summary>
    public static string NewReference() => $"pi_{Guid.NewGuid():N}"[..15];

    /// <param name="number">Tells those of one reference apart: the higher, the older, and the larger by a cent.</param>
    public static FailureRecord Of(
        string reference,
        int number = 0,
        string provider = "stripe",
        string method = "card",
        string type = "charge.succeeded",
        string reason = "The order is not known.",
        string? payload = null,
        DateTimeOffset? receivedAt = null)
    {
        var failure = StageData.Failure(number, receivedAt ?? Newest.AddSeconds(-number));
        var eventId = $"evt_{reference}_{number}";
        return failure with
        {
            Reason = reason,
            Errors = [failure.Errors[0], new AttemptError(2, failure.Errors[1].At, reason)],
            Webhook = failure.Webhook with
            {
                Id = WebhookId.From(provider, eventId),
                EventId = eventId,
                Provider = provider,
                PaymentMethod = method,
                EventType = type,
                PaymentReference = reference,
                Payload = payload is null ? failure.Webhook.Payload : Encoding.UTF8.GetBytes(payload),
            },
        };
    }

    public static Task KeepAsync(this DashboardStage stage, params FailureRecord[] failures) =>
        stage.SeedFailuresAsync(failures.Length, number => failures[number]);

    public static string IdOf(FailureRecord failure) => $"{new FailureId(failure.Webhook.ReceivedAt, failure.Webhook.Id)}";
}
