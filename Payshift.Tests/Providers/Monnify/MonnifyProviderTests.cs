using Payshift.Core.Providers.Monnify;

namespace Payshift.Tests.Providers.Monnify;

public sealed class MonnifyProviderTests
{
    private static readonly MonnifyProvider Provider = new();

    [Theory]
    [InlineData("780.5")]
    [InlineData("\"780.50\"")]
    public void Transaction_is_read(string amount)
    {
        var webhook = Deliveries.Read(Provider, $$$"""
            {"eventType":"SUCCESSFUL_TRANSACTION","eventData":{"transactionReference":"MNFY|1","paymentReference":"order-1",
             "paidOn":"17/11/2026 3:48:10 PM","amountPaid":{{{amount}}},"totalPayable":900,"currency":"NGN","paymentMethod":"ACCOUNT_TRANSFER"}}
            """);

        Assert.Equal("SUCCESSFUL_TRANSACTION:MNFY|1", webhook.EventId);
        Assert.Equal("SUCCESSFUL_TRANSACTION", webhook.EventType);
        Assert.Equal("order-1", webhook.PaymentReference);
        Assert.Equal("account_transfer", webhook.PaymentMethod);
        Assert.Equal(new Money(78050, "NGN", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 11, 17, 15, 48, 10, TimeSpan.FromHours(1)), webhook.EventTime);
    }

    [Theory]
    [InlineData("\"01/02/2026 12:00:00 AM\"", "2026-01-31T23:00:00Z")]
    [InlineData("\"1/2/2026 1:00:00 AM\"", "2026-02-01T00:00:00Z")]
    [InlineData("\"09/09/2026 11:31:56 AM\"", "2026-09-09T10:31:56Z")]
    [InlineData("\"2026-05-24T10:18:55.000Z\"", "2026-05-24T10:18:55Z")]
    [InlineData("\"01/01/0001 12:00:00 AM\"", null)]
    [InlineData("\"31/02/2026 1:00:00 AM\"", null)]
    [InlineData("17", null)]
    public void Time_is_that_of_lagos(string paidOn, string? expected) => Assert.Equal(
        expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
        Read("SUCCESSFUL_TRANSACTION", $$"""{"paidOn":{{paidOn}}}""").EventTime);

    [Fact]
    public void Refund_is_another_event_of_the_same_payment()
    {
        var webhook = Read("SUCCESSFUL_REFUND", """{"transactionReference":"MNFY|1","refundReference":"ref-1","refundAmount":"5.00","currency":"NGN"}""");

        Assert.Equal("SUCCESSFUL_REFUND:ref-1", webhook.EventId);
        Assert.Equal("MNFY|1", webhook.PaymentReference);
        Assert.Equal(new Money(500, "NGN", 2), webhook.Amount);
    }

    [Theory]
    [InlineData("SUCCESSFUL_TRANSACTION", WebhookPriority.High)]
    [InlineData("FAILED_DISBURSEMENT", WebhookPriority.Normal)]
    [InlineData("LOW_BALANCE_ALERT", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, WebhookPriority priority) => Assert.Equal(priority, Read(type, "{}").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"eventData":{}}""", "eventType")]
    [InlineData("""{"eventType":"SETTLEMENT"}""", "eventData")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    private static WebhookEvent Read(string type, string data) =>
        Deliveries.Read(Provider, $$"""{"eventType":"{{type}}","eventData":{{data}}}""");
}
