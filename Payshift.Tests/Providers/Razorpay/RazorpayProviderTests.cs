using Payshift.Core.Providers.Razorpay;

namespace Payshift.Tests.Providers.Razorpay;

public sealed class RazorpayProviderTests
{
    private static readonly RazorpayProvider Provider = new();

    [Fact]
    public void Payment_is_read()
    {
        var webhook = Deliveries.Read(Provider, """
            {"entity":"event","event":"payment.captured","contains":["payment"],"created_at":1790000000,"payload":{"payment":{"entity":{
              "id":"pay_1","order_id":"order_1","amount":105000,"currency":"INR","method":"UPI","notes":[],"created_at":1789999000}}}}
            """);

        Assert.Equal("payment.captured", webhook.EventType);
        Assert.Equal("pay_1", webhook.PaymentReference);
        Assert.Equal("upi", webhook.PaymentMethod);
        Assert.Equal(new Money(105000, "INR", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000), webhook.EventTime);
    }

    [Fact]
    public void An_event_is_known_by_its_signed_bytes_whatever_the_unsigned_id_says()
    {
        const string body = """{"event":"payment.captured","payload":{"payment":{"entity":{"id":"pay_1"}}}}""";
        var first = Deliveries.Read(Provider, body, ("X-Razorpay-Event-Id", "evt_1"));

        Assert.Equal(first.EventId, Deliveries.Read(Provider, body, ("X-Razorpay-Event-Id", "evt_2")).EventId);
        Assert.Equal(first.EventId, Deliveries.Read(Provider, body).EventId);
        Assert.NotEqual(first.EventId, Read("payment.captured", """{"payment":{"entity":{"id":"pay_2"}}}""").EventId);
        Assert.StartsWith("payment.captured:sha256-", first.EventId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order.paid", """{"order":{"entity":{"id":"order_1","amount":5}},"payment":{"entity":{"id":"pay_1"}}}""", "pay_1")]
    [InlineData("order.paid", """{"order":{"entity":{"id":"order_1"}}}""", "order_1")]
    [InlineData("refund.processed", """{"refund":{"entity":{"id":"rfnd_1","payment_id":"pay_1"}}}""", "pay_1")]
    [InlineData("payment.dispute.created", """{"dispute":{"entity":{"id":"disp_1","payment_id":"pay_1"}}}""", "pay_1")]
    [InlineData("subscription.charged", """{"subscription":{"entity":{"id":"sub_1"}},"payment":{"entity":{"id":"pay_1"}}}""", "pay_1")]
    [InlineData("subscription.activated", """{"subscription":{"entity":{"id":"sub_1"}}}""", "sub_1")]
    [InlineData("payment.downtime.started", """{"payment.downtime":{"entity":{"id":"down_1"}}}""", "down_1")]
    [InlineData("payment.failed", "{}", null)]
    public void Events_of_one_payment_share_a_reference(string type, string payload, string? reference) =>
        Assert.Equal(reference, Read(type, payload).PaymentReference);

    [Theory]
    [InlineData("refund.processed", """{"refund":{"entity":{"amount":300,"currency":"INR"}},"payment":{"entity":{"amount":900,"currency":"INR"}}}""", 300)]
    [InlineData("payment.dispute.lost", """{"dispute":{"entity":{"amount":200,"currency":"INR"}},"payment":{"entity":{"amount":900,"currency":"INR"}}}""", 200)]
    [InlineData("order.paid", """{"order":{"entity":{"amount":800,"currency":"INR"}},"payment":{"entity":{"amount":800,"currency":"INR"}}}""", 800)]
    [InlineData("invoice.paid", """{"payment":{"entity":{"amount":900,"currency":"INR"}}}""", 900)]
    public void Amount_is_what_the_event_is_about(string type, string payload, long minor) =>
        Assert.Equal(new Money(minor, "INR", 2), Read(type, payload).Amount);

    [Theory]
    [InlineData("payment.captured", WebhookPriority.High)]
    [InlineData("order.paid", WebhookPriority.High)]
    [InlineData("payment.authorized", WebhookPriority.Normal)]
    [InlineData("payment.failed", WebhookPriority.Normal)]
    [InlineData("payment.downtime.resolved", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, WebhookPriority priority) => Assert.Equal(priority, Read(type, "{}").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"payload":{}}""", "event")]
    [InlineData("""{"event":"payment.failed"}""", "payload")]
    [InlineData("""{"event":"payment.failed","payload":[]}""", "payload")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    private static WebhookEvent Read(string type, string payload) =>
        Deliveries.Read(Provider, $$"""{"event":"{{type}}","payload":{{payload}}}""");
}
