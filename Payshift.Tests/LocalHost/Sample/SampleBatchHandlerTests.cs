using Payshift.Core.Processing;
using Payshift.LocalHost.Sample;

namespace Payshift.Tests.LocalHost.Sample;

public sealed class SampleBatchHandlerTests
{
    [Theory]
    [InlineData("order-1", 1, WebhookOutcomeKind.Succeeded)]
    [InlineData("order-fails-once-1", 1, WebhookOutcomeKind.Transient)]
    [InlineData("order-fails-once-1", 2, WebhookOutcomeKind.Succeeded)]
    [InlineData("order-fails-always-1", 1, WebhookOutcomeKind.Permanent)]
    public async Task Decides_by_the_payment_reference(string reference, int attempt, WebhookOutcomeKind expected)
    {
        var webhook = new Webhook
        {
            Id = WebhookId.From("stripe", "evt_1"),
            Provider = "stripe",
            EventId = "evt_1",
            EventType = "charge.succeeded",
            PaymentReference = reference,
            PaymentMethod = "card",
            Priority = WebhookPriority.High,
            EventTime = DateTimeOffset.UnixEpoch,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Payload = default,
        };

        var outcomes = await new SampleBatchHandler().HandleAsync(
            new WebhookGroup("card", [new WebhookAttempt(webhook, attempt)]), CancellationToken.None);

        var outcome = Assert.Single(outcomes);
        Assert.Equal(webhook.Id, outcome.Id);
        Assert.Equal(expected, outcome.Kind);
    }
}
