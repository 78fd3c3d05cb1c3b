using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Payshift.Core.Providers.Paddle;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Tests.Providers.Paddle;

public sealed class PaddleProviderTests
{
    private static readonly PaddleProvider Provider = new();

    [Fact]
    public void Transaction_is_read()
    {
        var webhook = Deliveries.Read(Provider, """
            {"event_id":"evt_1","notification_id":"ntf_1","event_type":"transaction.completed","occurred_at":"2026-09-21T12:00:00.761279Z",
             "data":{"id":"txn_1","currency_code":"USD","details":{"totals":{"total":"70000","grand_total":"65215","currency_code":"USD"}},
             "payments":[{"amount":"65215","method_details":{"type":"Card","card":{"last4":"4242"}}}]}}
            """);

        Assert.Equal("evt_1", webhook.EventId);
        Assert.Equal("transaction.completed", webhook.EventType);
        Assert.Equal("txn_1", webhook.PaymentReference);
        Assert.Equal("card", webhook.PaymentMethod);
        Assert.Equal(new Money(65215, "USD", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero).AddTicks(7_612_790), webhook.EventTime);
    }

    [Theory]
    [InlineData("adjustment.created", """{"id":"adj_1","transaction_id":"txn_1","totals":{"total":"500","currency_code":"JPY"}}""", "txn_1", "500 JPY")]
    [InlineData("price.updated", """{"id":"pri_1","unit_price":{"amount":"1000","currency_code":"USD"}}""", "pri_1", null)]
    [InlineData("subscription.created", """{"id":"sub_1","transaction_id":"txn_1","currency_code":"USD"}""", "txn_1", null)]
    [InlineData("transaction.paid", """{"id":"txn_1","details":{"totals":{"grand_total":"1.5","currency_code":"USD"}}}""", "txn_1", null)]
    [InlineData("customer.created", "[]", null, null)]
    public void What_belongs_to_a_transaction_meets_it(string type, string data, string? reference, string? amount)
    {
        var webhook = Read(type, data);

        Assert.Equal(reference, webhook.PaymentReference);
        Assert.Equal(amount, webhook.Amount?.ToString());
    }

    [Theory]
    [InlineData("transaction.completed", WebhookPriority.High)]
    [InlineData("transaction.paid", WebhookPriority.High)]
    [InlineData("transaction.payment_failed", WebhookPriority.Normal)]
    [InlineData("subscription.canceled", WebhookPriority.Normal)]
    [InlineData("customer.created", WebhookPriority.Low)]
    [InlineData("price.updated", WebhookPriority.Low)]
    [InlineData("report.created", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, WebhookPriority priority) => Assert.Equal(priority, Read(type, "{}").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"event_type":"transaction.paid","notification_id":"ntf_1"}""", "event_id")]
    [InlineData("""{"event_id":"evt_1"}""", "event_type")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    [Fact]
    public async Task A_header_sent_twice_is_refused()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
        var body = "{}"u8.ToArray();
        var digest = HMACSHA256.HashData("pdl_ntfset_1"u8, [.. "1790000000:"u8, .. body]);
        var header = $"ts=1790000000;h1={Convert.ToHexStringLower(digest)}";
        var options = new ProviderOptions { Secrets = ["pdl_ntfset_1"] };

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(header));
        Assert.Equal(SignatureResult.Missing, await VerifyAsync(new StringValues([header, header])));

        ValueTask<SignatureResult> VerifyAsync(StringValues values) => Provider.VerifyAsync(
            new WebhookDelivery(new Dictionary<string, StringValues> { ["Paddle-Signature"] = values }, body), options, now, default);
    }

    private static WebhookEvent Read(string type, string data) =>
        Deliveries.Read(Provider, $$"""{"event_id":"evt_1","event_type":"{{type}}","data":{{data}}}""");
}
