using Payshift.Core.Providers.Coinbase;

namespace Payshift.Tests.Providers.Coinbase;

public sealed class CoinbaseProviderTests
{
    private static readonly CoinbaseProvider Provider = new();

    [Fact]
    public void Charge_is_read()
    {
        var webhook = Deliveries.Read(Provider, """
            {"id":7,"attempt_number":2,"event":{"id":"e-1","type":"charge:confirmed","created_at":"2026-09-21T12:00:00Z","data":{
              "id":"c-1","code":"CODE1","pricing":{"local":{"amount":"10.50","currency":"USD"},"ethereum":{"amount":"0.001","currency":"ETH"}},
              "payments":[{"network":"Ethereum"}]}}}
            """);

        Assert.Equal("e-1", webhook.EventId);
        Assert.Equal("charge:confirmed", webhook.EventType);
        Assert.Equal("CODE1", webhook.PaymentReference);
        Assert.Equal("ethereum", webhook.PaymentMethod);
        Assert.Equal(new Money(1050, "USD", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero), webhook.EventTime);
    }

    [Fact]
    public void Charge_without_price_payment_and_code_is_read()
    {
        var webhook = Read("charge:created", """{"id":"c-1","pricing_type":"no_price","payments":[]}""");

        Assert.Equal("c-1", webhook.PaymentReference);
        Assert.Equal("crypto", webhook.PaymentMethod);
        Assert.Null(webhook.Amount);
    }

    [Theory]
    [InlineData("charge:confirmed", WebhookPriority.High)]
    [InlineData("charge:resolved", WebhookPriority.High)]
    [InlineData("charge:pending", WebhookPriority.Normal)]
    [InlineData("charge:failed", WebhookPriority.Normal)]
    [InlineData("charge:created", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, WebhookPriority priority) => Assert.Equal(priority, Read(type, "{}").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"id":1}""", "event")]
    [InlineData("""{"event":{"type":"charge:failed"}}""", "id")]
    [InlineData("""{"event":{"id":"e-1","resource":"event"}}""", "type")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    private static WebhookEvent Read(string type, string data) =>
        Deliveries.Read(Provider, $$$"""{"event":{"id":"e-1","type":"{{{type}}}","data":{{{data}}}}}""");
}
