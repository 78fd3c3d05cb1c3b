using Payshift.Core.Providers.Paystack;

namespace Payshift.Tests.Providers.Paystack;

public sealed class PaystackProviderTests
{
    private static readonly PaystackProvider Provider = new();

    [Theory]
    [InlineData("0")]
    [InlineData("\"\"")]
    [InlineData("\"order 7\"")]
    [InlineData("null")]
    [InlineData("""{"id":"not the event's","reference":"not the payment's"}""")]
    public void Charge_is_read_whatever_its_metadata(string metadata)
    {
        var webhook = Deliveries.Read(Provider, $$$"""
            {"event":"charge.success","data":{"metadata":{{{metadata}}},"id":7001,"reference":"ref-1","amount":250050,"currency":"NGN",
             "channel":"Mobile_Money","paid_at":"2026-09-21T12:00:05.000Z","created_at":"2026-09-21T12:00:00.000Z"}}
            """);

        Assert.Equal("charge.success:7001", webhook.EventId);
        Assert.Equal("charge.success", webhook.EventType);
        Assert.Equal("ref-1", webhook.PaymentReference);
        Assert.Equal("mobile_money", webhook.PaymentMethod);
        Assert.Equal(new Money(250050, "NGN", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 5, TimeSpan.Zero), webhook.EventTime);
    }

    [Theory]
    [InlineData("refund.processed", """{"transaction_reference":"ref-1","refund_reference":"r-9","amount":"5000","currency":"NGN"}""")]
    [InlineData("charge.dispute.create", """{"id":1,"transaction":{"reference":"ref-1"},"transaction_reference":null}""")]
    [InlineData("invoice.update", """{"invoice_code":"INV_1","transaction":{"reference":"ref-1"}}""")]
    [InlineData("transfer.success", """{"id":1,"reference":"ref-1","transfer_code":"TRF_1"}""")]
    [InlineData("paymentrequest.success", """{"id":1,"request_code":"ref-1"}""")]
    [InlineData("invoice.create", """{"invoice_code":"ref-1","transaction":{}}""")]
    [InlineData("subscription.create", """{"subscription_code":"ref-1"}""")]
    public void Events_of_one_payment_share_a_reference(string type, string data) =>
        Assert.Equal("ref-1", Read(type, data).PaymentReference);

    [Fact]
    public void Refund_amount_may_be_text() =>
        Assert.Equal(new Money(5000, "NGN", 2), Read("refund.processed", """{"amount":"5000","currency":"NGN"}""").Amount);

    [Theory]
    [InlineData("XOF")]
    [InlineData("RWF")]
    [InlineData("KES")]
    public void Every_currency_counts_hundredths(string currency) =>
        Assert.Equal(new Money(100, currency, 2), Read("charge.success", $$"""{"amount":100,"currency":"{{currency}}"}""").Amount);

    [Fact]
    public void Dispute_says_what_its_transaction_knows()
    {
        var webhook = Read("charge.dispute.create", """
            {"id":5,"refund_amount":5800,"currency":"GHS","transaction":{"reference":"ref-1","channel":"card","amount":9000},
             "created_at":"2026-09-21T12:00:00Z","updated_at":"2026-09-22T12:00:00Z"}
            """);

        Assert.Equal("card", webhook.PaymentMethod);
        Assert.Equal(new Money(5800, "GHS", 2), webhook.Amount);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero), webhook.EventTime);
    }

    [Fact]
    public void Later_events_follow_the_last_change() =>
        Assert.Equal(
            new DateTimeOffset(2026, 9, 22, 12, 0, 0, TimeSpan.Zero),
            Read("transfer.failed", """{"created_at":"2026-09-21T12:00:00Z","updated_at":"2026-09-22T12:00:00Z"}""").EventTime);

    [Fact]
    public void Events_without_an_id_never_collide()
    {
        string[] ids =
        [
            Read("dedicatedaccount.assign.success", """{"customer":{"id":1}}""").EventId,
            Read("dedicatedaccount.assign.success", """{"customer":{"id":2}}""").EventId,
            Read("dedicatedaccount.assign.failed", """{"customer":{"id":2}}""").EventId,
            Read("refund.processed", """{"transaction_reference":"ref-1","refund_reference":"r-1"}""").EventId,
            Read("refund.processed", """{"transaction_reference":"ref-1","refund_reference":"r-2"}""").EventId,
            Read("refund.pending", """{"transaction_reference":"ref-1","refund_reference":null,"amount":"1"}""").EventId,
            Read("refund.pending", """{"transaction_reference":"ref-1","refund_reference":null,"amount":"2"}""").EventId,
            Read("charge.success", """{"id":7}""").EventId,
            Read("charge.failed", """{"id":7}""").EventId,
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Redelivery_has_the_same_id() =>
        Assert.Equal(Read("invoice.update", """{"invoice_code":"INV_1"}""").EventId, Read("invoice.update", """{"invoice_code":"INV_1"}""").EventId);

    [Fact]
    public void Expiring_cards_come_as_a_list()
    {
        var webhook = Read("subscription.expiring_cards", """[{"expiry_date":"12/2026"}]""");

        Assert.Null(webhook.PaymentReference);
        Assert.Equal(WebhookPriority.Low, webhook.Priority);
    }

    [Theory]
    [InlineData("charge.success", WebhookPriority.High)]
    [InlineData("paymentrequest.success", WebhookPriority.High)]
    [InlineData("paymentrequest.pending", WebhookPriority.Normal)]
    [InlineData("charge.dispute.create", WebhookPriority.Normal)]
    [InlineData("refund.processed", WebhookPriority.Normal)]
    [InlineData("transfer.success", WebhookPriority.Normal)]
    [InlineData("subscription.create", WebhookPriority.Normal)]
    [InlineData("invoice.payment_failed", WebhookPriority.Normal)]
    [InlineData("invoice.create", WebhookPriority.Low)]
    [InlineData("customeridentification.failed", WebhookPriority.Low)]
    [InlineData("dedicatedaccount.assign.success", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, WebhookPriority priority) =>
        Assert.Equal(priority, Read(type, "{}").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"data":{}}""", "event")]
    [InlineData("""{"event":"charge.success"}""", "data")]
    [InlineData("""{"event":"charge.success","data":"x"}""", "data")]
    public void Malformed_body_is_told_by_field(string body, string field) =>
        Assert.Contains(
            field,
            Assert.Throws<MalformedDeliveryException>(() => Provider.Extract(Deliveries.Of(body))).Message,
            StringComparison.Ordinal);

    private static WebhookEvent Read(string type, string data) =>
        Deliveries.Read(Provider, $$"""{"event":"{{type}}","data":{{data}}}""");
}
