using Payshift.Core.Providers.StandardWebhooks;

namespace Payshift.Tests.Providers.StandardWebhooks;

public sealed class StandardWebhooksProviderTests
{
    private static readonly StandardWebhooksProvider Provider = new();

    [Theory]
    [InlineData("webhook")]
    [InlineData("svix")]
    public void Id_comes_from_the_header_and_the_rest_from_the_body(string prefix)
    {
        var webhook = Read("""
            {"type":"payment.paid","timestamp":"2026-09-21T12:00:00.123456Z","data":{"id":"pay_1","payment_method":{"type":"Card"}}}
            """, prefix);

        Assert.Equal("msg_1", webhook.EventId);
        Assert.Equal("payment.paid", webhook.EventType);
        Assert.Equal("pay_1", webhook.PaymentReference);
        Assert.Equal("card", webhook.PaymentMethod);
        Assert.Null(webhook.Amount);
        Assert.Equal(WebhookPriority.Normal, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_560), webhook.EventTime);
    }

    [Theory]
    [InlineData("""{"data":{"id":"x","payment_id":"pay_1"}}""")]
    [InlineData("""{"data":{"id":"x","reference":"pay_1"}}""")]
    [InlineData("""{"data":{"id":"x","payment_id":"y","payment_reference":"pay_1"}}""")]
    public void Payment_goes_before_the_object_that_tells_of_it(string body) => Assert.Equal("pay_1", Read(body).PaymentReference);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"type":7,"data":[]}""")]
    public void Body_is_the_senders_own_affair(string body)
    {
        var webhook = Read(body);

        Assert.Equal("unknown", webhook.EventType);
        Assert.Null(webhook.PaymentReference);
    }

    [Fact]
    public void Delivery_without_an_id_is_malformed() =>
        Assert.Throws<MalformedDeliveryException>(() => Provider.Extract(Deliveries.Of("{}")));

    private static WebhookEvent Read(string body, string prefix = "webhook") => Deliveries.Read(
        Provider, body, ($"{prefix}-id", "msg_1"), ($"{prefix}-timestamp", "1790000000"), ($"{prefix}-signature", "v1,x"));
}
