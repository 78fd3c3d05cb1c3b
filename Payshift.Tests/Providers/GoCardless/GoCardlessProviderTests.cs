using Payshift.Core.Providers.GoCardless;

namespace Payshift.Tests.Providers.GoCardless;

public sealed class GoCardlessProviderTests
{
    private static readonly GoCardlessProvider Provider = new();

    [Fact]
    public void Every_event_of_a_delivery_is_read_with_its_own_bytes()
    {
        const string first = """{"id":"EV1","created_at":"2026-09-21T12:00:00.123Z","resource_type":"payments","action":"confirmed","links":{"payment":"PM1"},"details":{"scheme":"SEPA_core"}}""";
        const string second = """{ "id":"EV2", "resource_type":"mandates", "action":"created", "links":{"mandate":"MD1"}, "note":"café" }""";

        var events = Provider.Extract(Deliveries.Of($$"""{"meta":{"webhook_id":"WB1"},"events":[ {{first}} , {{second}} ]}"""));

        Assert.Equal(["EV1", "EV2"], events.Select(found => found.EventId));
        Assert.Equal(["payments.confirmed", "mandates.created"], events.Select(found => found.EventType));
        Assert.Equal(["PM1", "MD1"], events.Select(found => found.PaymentReference));
        Assert.Equal(["sepa_core", null], events.Select(found => found.PaymentMethod));
        Assert.All(events, found => Assert.Null(found.Amount));
        Assert.Equal([WebhookPriority.High, WebhookPriority.Low], events.Select(found => found.Priority));
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, 123, TimeSpan.Zero), events[0].EventTime);
        Assert.Equal([first, second], events.Select(found => Encoding.UTF8.GetString(found.Payload.Span)));
    }

    [Fact]
    public void Delivery_may_be_empty() => Assert.Empty(Provider.Extract(Deliveries.Of("""{"events":[]}""")));

    [Theory]
    [InlineData("payments", """{"payout":"PO1","payment":"PM1"}""", "PM1")]
    [InlineData("subscriptions", """{"subscription":"SB1","payment":"PM1"}""", "PM1")]
    [InlineData("refunds", """{"refund":"RF1"}""", "RF1")]
    [InlineData("mandates", """{"mandate":"MD1","customer_bank_account":"BA1"}""", "MD1")]
    [InlineData("payouts", """{"payout":"PO1"}""", "PO1")]
    [InlineData("payouts", "[]", null)]
    public void Payment_goes_before_what_else_is_linked(string resource, string links, string? reference) =>
        Assert.Equal(reference, Read(resource, "created", links).PaymentReference);

    [Theory]
    [InlineData("payments", "confirmed", WebhookPriority.High)]
    [InlineData("payments", "paid_out", WebhookPriority.High)]
    [InlineData("payments", "failed", WebhookPriority.Normal)]
    [InlineData("mandates", "created", WebhookPriority.Low)]
    [InlineData("mandates", "cancelled", WebhookPriority.Normal)]
    [InlineData("subscriptions", "created", WebhookPriority.Low)]
    [InlineData("payouts", "paid", WebhookPriority.Low)]
    public void Priority_follows_resource_and_action(string resource, string action, WebhookPriority priority) =>
        Assert.Equal(priority, Read(resource, action, "{}").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("{}", "events")]
    [InlineData("""{"events":{}}""", "events")]
    [InlineData("""{"events":[7]}""", "resource_type")]
    [InlineData("""{"events":[{"id":"EV1","resource_type":"payments"}]}""", "action")]
    [InlineData("""{"events":[{"action":"paid","resource_type":"payments"}]}""", "id")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    [Fact]
    public void Answers_are_those_that_the_provider_documents()
    {
        Assert.Equal(204, Provider.Responses.Accepted!.StatusCode);
        Assert.Equal(498, Provider.Responses.InvalidSignature!.StatusCode);
    }

    private static WebhookEvent Read(string resource, string action, string links) => Deliveries.Read(
        Provider, $$"""{"events":[{"id":"EV1","resource_type":"{{resource}}","action":"{{action}}","links":{{links}}}]}""");
}
