using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Payshift.Core.Providers.Checkout;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Tests.Providers.Checkout;

public sealed class CheckoutProviderTests
{
    private static readonly CheckoutProvider Provider = new();

    [Theory]
    [InlineData("created_on")]
    [InlineData("timestamp")]
    public void Payment_is_read(string timeField)
    {
        var webhook = Deliveries.Read(Provider, $$$"""
            {"id":"evt_1","type":"payment_captured","{{{timeField}}}":"2026-09-21T12:00:00.8821546Z",
             "data":{"id":"pay_1","action_id":"act_1","reference":"order-1","amount":1050,"currency":"EUR","source":{"type":"Card"} }}
            """);

        Assert.Equal("evt_1", webhook.EventId);
        Assert.Equal("payment_captured", webhook.EventType);
        Assert.Equal("pay_1", webhook.PaymentReference);
        Assert.Equal("card", webhook.PaymentMethod);
        Assert.Equal(new Money(1050, "EUR", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero).AddTicks(8_821_546), webhook.EventTime);
    }

    [Theory]
    [InlineData("""{"id":"dsp_1","payment_id":"pay_1"}""", "pay_1")]
    [InlineData("""{"id":"pay_1","reference":"order-1"}""", "pay_1")]
    [InlineData("""{"reference":"order-1"}""", "order-1")]
    [InlineData("[]", null)]
    public void Dispute_meets_its_payment(string data, string? reference) =>
        Assert.Equal(reference, Read("dispute_received", data).PaymentReference);

    [Theory]
    [InlineData("CLP", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    public void Decimals_are_the_providers_own(string currency, byte exponent) =>
        Assert.Equal(new Money(100, currency, exponent), Read("payment_captured", $$"""{"amount":100,"currency":"{{currency}}"}""").Amount);

    [Theory]
    [InlineData("payment_captured", WebhookPriority.High)]
    [InlineData("payment_approved", WebhookPriority.Normal)]
    [InlineData("payment_declined", WebhookPriority.Normal)]
    [InlineData("card_verified", WebhookPriority.Low)]
    [InlineData("report_generated", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, WebhookPriority priority) => Assert.Equal(priority, Read(type, "{}").Priority);

    [Fact]
    public void What_is_no_json_is_kept_to_be_looked_at()
    {
        const string body = """{"id":"evt_1","type":"authentication_failed","data":{"reason":"it said "no""}}""";

        var webhook = Deliveries.Read(Provider, body);

        Assert.Equal(CheckoutProvider.UnreadableType, webhook.EventType);
        Assert.Equal(webhook.EventId, Deliveries.Read(Provider, body).EventId);
        Assert.NotEqual(webhook.EventId, Deliveries.Read(Provider, $"{body} ").EventId);
        Assert.Equal(Encoding.UTF8.GetBytes(body), webhook.Payload.ToArray());
    }

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"type":"payment_captured"}""", "id")]
    [InlineData("""{"id":"evt_1"}""", "type")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    [Theory]
    [InlineData("right", "Bearer ours", SignatureResult.Valid)]
    [InlineData("right", "Bearer older", SignatureResult.Valid)]
    [InlineData("right", "bearer ours", SignatureResult.Mismatch)]
    [InlineData("right", "Bearer ours ", SignatureResult.Mismatch)]
    [InlineData("right", "", SignatureResult.Mismatch)]
    [InlineData("right", null, SignatureResult.Mismatch)]
    [InlineData("wrong", "Bearer ours", SignatureResult.Mismatch)]
    [InlineData(null, "Bearer ours", SignatureResult.Missing)]
    public async Task An_authorization_header_is_asked_for_beside_the_signature_where_it_is_set(string? key, string? authorization, SignatureResult expected) =>
        Assert.Equal(expected, await VerifyAsync(key, authorization, "Bearer ours", "Bearer older"));

    [Theory]
    [InlineData("right", null, SignatureResult.Valid)]
    [InlineData("right", "Bearer whatever", SignatureResult.Valid)]
    [InlineData("wrong", "Bearer whatever", SignatureResult.Mismatch)]
    public async Task An_authorization_header_is_not_looked_at_where_none_is_set(string key, string? authorization, SignatureResult expected) =>
        Assert.Equal(expected, await VerifyAsync(key, authorization));

    [Fact]
    public void An_empty_authorization_header_is_refused_at_start() => Assert.Contains(
        "Payshift__Providers__checkout__AuthorizationHeaders__1 is empty",
        Assert.Single(Provider.Validate(new ProviderOptions { Secrets = ["right"], AuthorizationHeaders = ["Bearer ours", " "] })),
        StringComparison.Ordinal);

    private static async Task<SignatureResult> VerifyAsync(string? key, string? authorization, params string[] configured)
    {
        var body = """{"id":"evt_1","type":"payment_captured"}"""u8.ToArray();
        (string, StringValues)[] headers =
        [
            .. key is null ? [] : new[] { ("Cko-Signature", (StringValues)Deliveries.Hex(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), body)) },
            .. authorization is null ? [] : new[] { ("Authorization", (StringValues)authorization) },
        ];
        return await Provider.VerifyAsync(
            Deliveries.Of(body, headers), new ProviderOptions { Secrets = ["right"], AuthorizationHeaders = configured }, DateTimeOffset.UtcNow, default);
    }

    private static WebhookEvent Read(string type, string data) =>
        Deliveries.Read(Provider, $$"""{"id":"evt_1","type":"{{type}}","data":{{data}}}""");
}
