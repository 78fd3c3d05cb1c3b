using Payshift.Core.Providers.Flutterwave;

namespace Payshift.Tests.Providers.Flutterwave;

public sealed class FlutterwaveProviderTests
{
    private static readonly FlutterwaveProvider Provider = new();

    [Fact]
    public void Version_3_charge_is_read()
    {
        var webhook = Deliveries.Read(Provider, """
            {"event":"charge.completed","event.type":"CARD_TRANSACTION","data":{"id":901,"tx_ref":"order-1","flw_ref":"FLW-1","amount":25.5,
             "currency":"NGN","status":"successful","payment_type":"Card","created_at":"2026-09-21T12:00:00.000Z"}}
            """);

        Assert.Equal("charge.completed:901:successful", webhook.EventId);
        Assert.Equal("charge.completed", webhook.EventType);
        Assert.Equal("order-1", webhook.PaymentReference);
        Assert.Equal("card", webhook.PaymentMethod);
        Assert.Equal(new Money(2550, "NGN", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero), webhook.EventTime);
    }

    [Theory]
    [InlineData("webhook_id")]
    [InlineData("id")]
    public void Version_4_charge_is_read(string idField)
    {
        var webhook = Deliveries.Read(Provider, $$$"""
            {"{{{idField}}}":"wbk_1","timestamp":1790000000123,"type":"charge.completed","data":{"id":"chg_1","amount":2500,"currency":"KES",
             "reference":"order-1","status":"succeeded","payment_method":{"type":"mobile_money"},"created_datetime":1789999000.5}}
            """);

        Assert.Equal("wbk_1", webhook.EventId);
        Assert.Equal("order-1", webhook.PaymentReference);
        Assert.Equal("mobile_money", webhook.PaymentMethod);
        Assert.Equal(new Money(250000, "KES", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_123), webhook.EventTime);
    }

    [Theory]
    [InlineData("1790000000.5", 1_790_000_000_500)]
    [InlineData("1790000000", 1_790_000_000_000)]
    [InlineData("\"2026-09-21T14:13:20.5Z\"", 1_790_000_000_500)]
    [InlineData("\"2026-09-21T15:13:20.500000000+01:00\"", 1_790_000_000_500)]
    public void Creation_time_is_text_or_seconds(string created, long milliseconds) =>
        Assert.Equal(
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            Deliveries.Read(Provider, $$$"""{"type":"charge.completed","data":{"id":"chg_1","created_datetime":{{{created}}}}}""").EventTime);

    [Fact]
    public void Change_of_status_is_another_event()
    {
        Assert.NotEqual(
            ReadVersion3("transfer.completed", """{"id":1,"status":"NEW"}""").EventId,
            ReadVersion3("transfer.completed", """{"id":1,"status":"SUCCESSFUL"}""").EventId);
        Assert.NotEqual(
            ReadVersion3("charge.completed", """{"tx_ref":"a"}""").EventId,
            ReadVersion3("charge.completed", """{"tx_ref":"b"}""").EventId);
    }

    [Theory]
    [InlineData("charge.completed", "successful", WebhookPriority.High)]
    [InlineData("charge.completed", "succeeded", WebhookPriority.High)]
    [InlineData("charge.completed", "failed", WebhookPriority.Normal)]
    [InlineData("transfer.completed", "SUCCESSFUL", WebhookPriority.Low)]
    [InlineData("transfer.disburse", "failed", WebhookPriority.Low)]
    [InlineData("refund.completed", "succeeded", WebhookPriority.Normal)]
    public void Priority_follows_type_and_status(string type, string status, WebhookPriority priority) =>
        Assert.Equal(priority, ReadVersion3(type, $$"""{"id":1,"status":"{{status}}"}""").Priority);

    [Fact]
    public void Transfer_is_known_by_its_reference() =>
        Assert.Equal("pay-1", ReadVersion3("transfer.completed", """{"id":1,"reference":"pay-1"}""").PaymentReference);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"event":"charge.completed"}""", "data")]
    [InlineData("""{"event":"charge.completed","data":[]}""", "data")]
    [InlineData("""{"data":{}}""", "type")]
    public void Malformed_body_is_told_by_field(string body, string field) =>
        Assert.Contains(
            field,
            Assert.Throws<MalformedDeliveryException>(() => Provider.Extract(Deliveries.Of(body))).Message,
            StringComparison.Ordinal);

    private static WebhookEvent ReadVersion3(string type, string data) =>
        Deliveries.Read(Provider, $$"""{"event":"{{type}}","data":{{data}}}""");
}
