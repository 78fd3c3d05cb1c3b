using Payshift.Core.Providers.Square;

namespace Payshift.Tests.Providers.Square;

public sealed class SquareProviderTests
{
    private static readonly SquareProvider Provider = new();

    [Fact]
    public void Payment_is_read()
    {
        var webhook = Deliveries.Read(Provider, """
            {"event_id":"e-1","type":"payment.updated","created_at":"2026-09-21T12:00:00.123456789Z","data":{"id":"pay-1","object":{"payment":{
              "id":"pay-1","order_id":"order-1","status":"COMPLETED","source_type":"CARD",
              "amount_money":{"amount":1000,"currency":"USD"},"total_money":{"amount":1050,"currency":"USD"} } } } }
            """);

        Assert.Equal("e-1", webhook.EventId);
        Assert.Equal("payment.updated", webhook.EventType);
        Assert.Equal("pay-1", webhook.PaymentReference);
        Assert.Equal("card", webhook.PaymentMethod);
        Assert.Equal(new Money(1050, "USD", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);

        // Nine digits are more than a tick can hold: the last two are rounded.
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_568), webhook.EventTime);
    }

    [Theory]
    [InlineData("refund.updated", """{"refund":{"id":"r-1","payment_id":"pay-1","amount_money":{"amount":300,"currency":"JPY"} } }""", "pay-1", "300 JPY")]
    [InlineData("dispute.created", """{"dispute":{"id":"d-1","disputed_payment":{"payment_id":"pay-1"},"amount_money":{"amount":5,"currency":"USD"} } }""", "pay-1", "0.05 USD")]
    [InlineData("payment.created", """{"payment":{"order_id":"order-1"} }""", "order-1", null)]
    [InlineData("payment.created", """{"payment":{"reference_id":"mine-1"} }""", "mine-1", null)]
    [InlineData("order.updated", """{"order_updated":{"order_id":"order-1"} }""", "data-1", null)]
    public void Events_of_one_payment_share_a_reference(string type, string found, string reference, string? amount)
    {
        var webhook = Read(type, found);

        Assert.Equal(reference, webhook.PaymentReference);
        Assert.Equal(amount, webhook.Amount?.ToString());
    }

    [Theory]
    [InlineData("payment.updated", "COMPLETED", WebhookPriority.High)]
    [InlineData("payment.created", "COMPLETED", WebhookPriority.High)]
    [InlineData("payment.created", "APPROVED", WebhookPriority.Normal)]
    [InlineData("refund.updated", "COMPLETED", WebhookPriority.Normal)]
    [InlineData("catalog.version.updated", "", WebhookPriority.Low)]
    [InlineData("customer.created", "", WebhookPriority.Low)]
    [InlineData("webhooks.test_notification", "", WebhookPriority.Low)]
    public void Priority_follows_type_and_status(string type, string status, WebhookPriority priority) =>
        Assert.Equal(priority, Read(type, $$"""{"payment":{"status":"{{status}}"} }""").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"type":"payment.updated"}""", "event_id")]
    [InlineData("""{"event_id":"e-1"}""", "type")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    [Theory]
    [InlineData(null)]
    [InlineData("/payment/webhooks/square")]
    [InlineData("http://pay.example/payment/webhooks/square")]
    public void Url_must_be_the_registered_one(string? url) => Assert.Contains(
        "Payshift__Providers__square__NotificationUrl",
        Assert.Single(Provider.Validate(new ProviderOptions { Secrets = ["key"], NotificationUrl = url })),
        StringComparison.Ordinal);

    private static WebhookEvent Read(string type, string found) =>
        Deliveries.Read(Provider, $$"""{"event_id":"e-1","type":"{{type}}","data":{"id":"data-1","object":{{found}} } }""");
}
