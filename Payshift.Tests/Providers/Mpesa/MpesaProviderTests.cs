using Payshift.Core.Providers.Mpesa;

namespace Payshift.Tests.Providers.Mpesa;

public sealed class MpesaProviderTests
{
    private static readonly MpesaProvider Provider = new();

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    public void Payment_is_read(string result)
    {
        var webhook = Read($$"""
            {"MerchantRequestID":"m-1","CheckoutRequestID":"ws_CO_1","ResultCode":{{result}},"ResultDesc":"ok","CallbackMetadata":{"Item":[
              {"Name":"Amount","Value":1.00},{"Name":"MpesaReceiptNumber","Value":"NLJ7RT61SV"},{"Name":"Balance"},
              {"Name":"TransactionDate","Value":20260921150000},{"Name":"PhoneNumber","Value":254700000000}]} }
            """);

        Assert.Equal("ws_CO_1", webhook.EventId);
        Assert.Equal("stkCallback.0", webhook.EventType);
        Assert.Equal("NLJ7RT61SV", webhook.PaymentReference);
        Assert.Equal("mpesa", webhook.PaymentMethod);
        Assert.Equal(new Money(100, "KES", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero), webhook.EventTime);
    }

    [Fact]
    public void Payment_that_failed_has_only_its_request()
    {
        var webhook = Read("""{"CheckoutRequestID":"ws_CO_1","ResultCode":1032,"ResultDesc":"Request cancelled by user"}""");

        Assert.Equal("stkCallback.1032", webhook.EventType);
        Assert.Equal("ws_CO_1", webhook.PaymentReference);
        Assert.Null(webhook.Amount);
        Assert.Null(webhook.EventTime);
        Assert.Equal(WebhookPriority.Normal, webhook.Priority);
    }

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"Body":{}}""", "Body.stkCallback")]
    [InlineData("""{"Body":{"stkCallback":{"ResultCode":0}}}""", "CheckoutRequestID")]
    [InlineData("""{"Body":{"stkCallback":{"CheckoutRequestID":"ws_CO_1"}}}""", "ResultCode")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    [Theory]
    [InlineData("short", "192.0.2.1", "Secrets__0 can be guessed")]
    [InlineData("kQ7wZr2mVt9xYb4nLc8d", null, "AllowedAddresses__0 is missing")]
    [InlineData("kQ7wZr2mVt9xYb4nLc8d", "192.0.2.300", "AllowedAddresses__0 is neither")]
    [InlineData("kQ7wZr2mVt9xYb4nLc8d", "192.0.2.0/33", "AllowedAddresses__0 is neither")]
    public void Settings_must_keep_strangers_out(string secret, string? address, string problem) => Assert.Contains(
        problem,
        Assert.Single(Provider.Validate(new ProviderOptions { Secrets = [secret], AllowedAddresses = address is null ? [] : [address] })),
        StringComparison.Ordinal);

    [Fact]
    public void Answer_is_what_the_gateway_expects() =>
        Assert.Equal("""{"ResultCode":0,"ResultDesc":"Accepted"}""", Provider.Responses.Accepted!.Body);

    private static WebhookEvent Read(string callback) =>
        Deliveries.Read(Provider, $$"""{"Body":{"stkCallback":{{callback}} } }""");
}
