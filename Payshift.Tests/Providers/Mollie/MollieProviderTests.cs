using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Mollie;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Tests.Providers.Mollie;

public sealed class MollieProviderTests
{
    private const string Payment = """
        {"id":"tr_1a","status":"paid","method":"creditcard","amount":{"value":"10.50","currency":"EUR"},
         "createdAt":"2026-09-21T11:00:00+00:00","paidAt":"2026-09-21T12:00:00+00:00"}
        """;

    [Fact]
    public void Event_is_read()
    {
        var webhook = Deliveries.Read(Provider(), """
            {"resource":"event","id":"event_1","type":"payment.paid","entityId":"tr_1a","createdAt":"2026-09-21T12:00:00+00:00",
             "_embedded":{"entity":{"id":"tr_1a","method":"iDEAL","amount":{"value":"10.50","currency":"EUR"} } } }
            """);

        Assert.Equal("event_1", webhook.EventId);
        Assert.Equal("payment.paid", webhook.EventType);
        Assert.Equal("tr_1a", webhook.PaymentReference);
        Assert.Equal("ideal", webhook.PaymentMethod);
        Assert.Equal(new Money(1050, "EUR", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero), webhook.EventTime);
    }

    [Theory]
    [InlineData("payment-link.paid", WebhookPriority.High)]
    [InlineData("payment.failed", WebhookPriority.Normal)]
    [InlineData("hook.ping", WebhookPriority.Normal)]
    [InlineData("balance-transaction.created", WebhookPriority.Low)]
    [InlineData("payout.paid", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, WebhookPriority priority) =>
        Assert.Equal(priority, Deliveries.Read(Provider(), $$"""{"id":"event_1","type":"{{type}}"}""").Priority);

    [Fact]
    public async Task Classic_webhook_is_what_the_api_says_of_it()
    {
        var fetcher = new FakeFetcher(_ => FakeFetcher.Found(Payment));
        var delivery = Deliveries.Of("id=tr_1a");

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(fetcher, delivery));
        var webhook = Assert.Single(Provider().Extract(delivery));

        Assert.Equal((HttpMethod.Get, "https://api.mollie.com/v2/payments/tr_1a", "Bearer live_key", ""), Assert.Single(fetcher.Asked));
        Assert.Equal("payment.paid:tr_1a::", webhook.EventId);
        Assert.Equal("payment.paid", webhook.EventType);
        Assert.Equal("tr_1a", webhook.PaymentReference);
        Assert.Equal("creditcard", webhook.PaymentMethod);
        Assert.Equal(new Money(1050, "EUR", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero), webhook.EventTime);
        Assert.Equal(Payment, Encoding.UTF8.GetString(webhook.Payload.Span));
    }

    [Fact]
    public void Money_that_went_back_is_another_event_without_a_time_of_its_own()
    {
        var paid = ReadClassic(Payment);
        var untouched = ReadClassic(Payment.Replace("\"status\"", "\"amountRefunded\":{\"value\":\"0.00\"},\"status\"", StringComparison.Ordinal));
        var refunded = ReadClassic(Payment.Replace("\"status\"", "\"amountRefunded\":{\"value\":\"3.00\"},\"status\"", StringComparison.Ordinal));
        var chargedBack = ReadClassic(Payment.Replace("\"status\"", "\"amountChargedBack\":{\"value\":\"3.00\"},\"status\"", StringComparison.Ordinal));

        Assert.Equal(4, new[] { paid, untouched, refunded, chargedBack }.Select(webhook => webhook.EventId).Distinct().Count());
        Assert.NotNull(untouched.EventTime);
        Assert.Null(refunded.EventTime);
        Assert.Null(chargedBack.EventTime);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "", SignatureResult.UnknownPayment)]
    [InlineData(HttpStatusCode.Gone, "", SignatureResult.UnknownPayment)]
    [InlineData(HttpStatusCode.Unauthorized, "", SignatureResult.Undecided)]
    [InlineData(HttpStatusCode.TooManyRequests, "", SignatureResult.Undecided)]
    [InlineData(HttpStatusCode.Found, "", SignatureResult.Undecided)]
    [InlineData(HttpStatusCode.OK, "<html>", SignatureResult.Undecided)]
    [InlineData(HttpStatusCode.OK, """{"id":"tr_other","status":"paid"}""", SignatureResult.Undecided)]
    [InlineData(null, "", SignatureResult.Undecided)]
    public async Task Only_a_clear_answer_decides(HttpStatusCode? status, string body, SignatureResult result)
    {
        var delivery = Deliveries.Of("id=tr_1a");
        var fetcher = new FakeFetcher(_ => new FetchedDocument(status, Encoding.UTF8.GetBytes(body)));

        Assert.Equal(result, await VerifyAsync(fetcher, delivery));
        Assert.Null(delivery.Fetched);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id=")]
    [InlineData("id=tr_")]
    [InlineData("id=ord_1a")]
    [InlineData("id=tr_1a%2F..%2Fmethods")]
    [InlineData("id=tr_1a%3Fx")]
    [InlineData("id=tr_1a%0A")]
    [InlineData("id=tr_1\u00e9")]
    [InlineData("id=tr_1a&id=tr_1b")]
    [InlineData("""{"id":"tr_1a"}""")]
    public async Task Nothing_but_a_payment_id_is_asked_for(string body)
    {
        var fetcher = new FakeFetcher(_ => FakeFetcher.Found(Payment));

        Assert.Equal(SignatureResult.Missing, await VerifyAsync(fetcher, Deliveries.Of(body)));
        Assert.Equal(SignatureResult.Missing, await VerifyAsync(fetcher, Deliveries.Of($"id=tr_{new string('a', 62)}")));
        Assert.Empty(fetcher.Asked);
    }

    [Fact]
    public async Task Signature_that_does_not_fit_is_not_made_good_by_the_api()
    {
        var fetcher = new FakeFetcher(_ => FakeFetcher.Found(Payment));

        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(fetcher, Deliveries.Of("id=tr_1a", ("X-Mollie-Signature", "sha256=00"))));
        Assert.Empty(fetcher.Asked);
    }

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"id":"event_1"}""", "type")]
    [InlineData("""{"type":"payment.paid"}""", "id")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider(), body, field);

    [Fact]
    public void Secret_or_api_key_must_be_set()
    {
        Assert.Empty(Provider().Validate(new ProviderOptions { ApiKey = "live_key" }));
        Assert.Empty(Provider().Validate(new ProviderOptions { Secrets = ["secret"] }));
        Assert.Contains("ApiKey", Assert.Single(Provider().Validate(new ProviderOptions { ApiKey = "live key" })), StringComparison.Ordinal);
    }

    private static MollieProvider Provider() => new(new FakeFetcher(_ => FakeFetcher.NotFound));

    private static WebhookEvent ReadClassic(string payment)
    {
        var delivery = Deliveries.Of("id=tr_1a");
        delivery.Fetched = Encoding.UTF8.GetBytes(payment);
        return Assert.Single(Provider().Extract(delivery));
    }

    private static async Task<SignatureResult> VerifyAsync(FakeFetcher fetcher, WebhookDelivery delivery) =>
        await new MollieProvider(fetcher).VerifyAsync(
            delivery, new ProviderOptions { ApiKey = "live_key", Secrets = ["secret"] }, DateTimeOffset.UnixEpoch, default);
}
