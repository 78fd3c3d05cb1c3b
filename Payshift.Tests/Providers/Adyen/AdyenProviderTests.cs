using Payshift.Core.Providers.Adyen;

namespace Payshift.Tests.Providers.Adyen;

public sealed class AdyenProviderTests
{
    private static readonly AdyenProvider Provider = new();

    [Fact]
    public void Every_item_is_read_with_its_own_bytes()
    {
        const string first = """{"additionalData":{"hmacSignature":"x"},"amount":{"currency":"EUR","value":10100},"eventCode":"AUTHORISATION","eventDate":"2026-09-21T12:00:00+02:00","merchantReference":"order-1","paymentMethod":"VISA","pspReference":"PSP1","success":"true"}""";
        const string second = """{"amount":{"currency":"EUR","value":"50"},"eventCode":"REFUND","originalReference":"PSP1","pspReference":"PSP2","success":false}""";

        var events = Provider.Extract(Deliveries.Of(
            $$"""{"live":"false","notificationItems":[{"NotificationRequestItem":{{first}}}, {"NotificationRequestItem": {{second}} }]}"""));

        Assert.Equal(["AUTHORISATION:PSP1:true", "REFUND:PSP2:false"], events.Select(found => found.EventId));
        Assert.Equal(["AUTHORISATION", "REFUND"], events.Select(found => found.EventType));
        Assert.Equal(["PSP1", "PSP1"], events.Select(found => found.PaymentReference));
        Assert.Equal(["visa", null], events.Select(found => found.PaymentMethod));
        Assert.Equal([new Money(10100, "EUR", 2), new Money(50, "EUR", 2)], events.Select(found => found.Amount!.Value));
        Assert.Equal([WebhookPriority.High, WebhookPriority.Normal], events.Select(found => found.Priority));
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 10, 0, 0, TimeSpan.Zero), events[0].EventTime);
        Assert.Equal([first, second], events.Select(found => Encoding.UTF8.GetString(found.Payload.Span)));
    }

    [Theory]
    [InlineData("AUTHORISATION", "\"true\"", WebhookPriority.High)]
    [InlineData("AUTHORISATION", "true", WebhookPriority.High)]
    [InlineData("AUTHORISATION", "\"false\"", WebhookPriority.Normal)]
    [InlineData("AUTHORISATION", "false", WebhookPriority.Normal)]
    [InlineData("CAPTURE", "true", WebhookPriority.High)]
    [InlineData("CHARGEBACK", "true", WebhookPriority.Normal)]
    [InlineData("REPORT_AVAILABLE", "true", WebhookPriority.Low)]
    [InlineData("OFFER_CLOSED", "true", WebhookPriority.Low)]
    [InlineData("RECURRING_CONTRACT", "true", WebhookPriority.Low)]
    public void Priority_follows_code_and_success(string code, string success, WebhookPriority priority) =>
        Assert.Equal(priority, Read($$"""{"eventCode":"{{code}}","pspReference":"PSP1","success":{{success}}}""").Priority);

    [Theory]
    [InlineData("CLP", "5.00 CLP")]
    [InlineData("CVE", "500 CVE")]
    [InlineData("IDR", "500 IDR")]
    [InlineData("ISK", "5.00 ISK")]
    [InlineData("KWD", "0.500 KWD")]
    [InlineData("JPY", "500 JPY")]
    public void Decimals_are_the_providers_own(string currency, string amount) => Assert.Equal(
        amount,
        Read($$$"""{"eventCode":"CAPTURE","pspReference":"PSP1","amount":{"value":500,"currency":"{{{currency}}}"}}""").Amount.ToString());

    [Fact]
    public void Success_and_failure_are_two_events() => Assert.NotEqual(
        Read("""{"eventCode":"CAPTURE","pspReference":"PSP1","success":"true"}""").EventId,
        Read("""{"eventCode":"CAPTURE","pspReference":"PSP1","success":"false"}""").EventId);

    [Fact]
    public void Platform_event_is_read()
    {
        var webhook = Deliveries.Read(Provider, """
            {"type":"balancePlatform.transfer.updated","environment":"test","timestamp":"2026-09-21T12:00:00+02:00","data":{
              "id":"TR1","category":"platformPayment","amount":{"currency":"EUR","value":700},"categoryData":{"pspPaymentReference":"PSP1"} } }
            """, ("HmacSignature", "x"));

        Assert.StartsWith("balancePlatform.transfer.updated:sha256-", webhook.EventId, StringComparison.Ordinal);
        Assert.Equal("PSP1", webhook.PaymentReference);
        Assert.Equal("platformpayment", webhook.PaymentMethod);
        Assert.Equal(new Money(700, "EUR", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.Normal, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 10, 0, 0, TimeSpan.Zero), webhook.EventTime);
    }

    [Theory]
    [InlineData("balancePlatform.report.created", WebhookPriority.Low)]
    [InlineData("merchant.created", WebhookPriority.Normal)]
    public void Platform_priority_follows_the_type(string type, WebhookPriority priority) =>
        Assert.Equal(priority, Deliveries.Read(Provider, $$"""{"type":"{{type}}"}""", ("HmacSignature", "x")).Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("{}", "notificationItems")]
    [InlineData("""{"notificationItems":[{}]}""", "eventCode")]
    [InlineData("""{"notificationItems":[{"NotificationRequestItem":{"eventCode":"CAPTURE"}}]}""", "pspReference")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    [Theory]
    [InlineData("BadKey")]
    [InlineData("ABC")]
    [InlineData("A")]
    public void Key_must_be_hexadecimal(string key) => Assert.Contains(
        "Payshift__Providers__adyen__Secrets__0", Assert.Single(Provider.Validate(Deliveries.Options(key))), StringComparison.Ordinal);

    [Fact]
    public void Answer_is_the_text_that_older_endpoints_want() => Assert.Equal("[accepted]", Provider.Responses.Accepted!.Body);

    private static WebhookEvent Read(string item) =>
        Deliveries.Read(Provider, $$"""{"notificationItems":[{"NotificationRequestItem":{{item}}}]}""");
}
