using System.Security.Cryptography;
using Payshift.Core.Providers.Braintree;

namespace Payshift.Tests.Providers.Braintree;

public sealed class BraintreeProviderTests
{
    private static readonly BraintreeProvider Provider = new();

    [Fact]
    public void Transaction_is_read()
    {
        const string document = """
            <notification><timestamp type="datetime">2026-09-21T12:00:00Z</timestamp><kind>transaction_settled</kind><subject><transaction>
            <id>tx1</id><currency-iso-code>USD</currency-iso-code><amount>100.50</amount><payment-instrument-type>US_bank_account</payment-instrument-type>
            <billing><id>other</id></billing><tax-amount>0</tax-amount></transaction></subject></notification>
            """;

        var webhook = Read(document);

        Assert.StartsWith("transaction_settled:sha256-", webhook.EventId, StringComparison.Ordinal);
        Assert.Equal("transaction_settled", webhook.EventType);
        Assert.Equal("tx1", webhook.PaymentReference);
        Assert.Equal("us_bank_account", webhook.PaymentMethod);
        Assert.Equal(new Money(10050, "USD", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero), webhook.EventTime);
        Assert.Equal(document, Encoding.UTF8.GetString(webhook.Payload.Span));
    }

    [Theory]
    [InlineData("<subscription><id>s1</id><transactions><transaction><id>t2</id></transaction><transaction><id>t1</id></transaction></transactions></subscription>", "t2")]
    [InlineData("<subscription><id>s1</id><transactions/></subscription>", "s1")]
    [InlineData("<dispute><id>d1</id><transaction><id>t1</id></transaction></dispute>", "t1")]
    [InlineData("<local-payment><payment-id>p1</payment-id></local-payment>", "p1")]
    [InlineData("<merchant-account><status>active</status><nested><id>x</id></nested></merchant-account>", null)]
    [InlineData("<check>true</check>", null)]
    public void Events_of_one_transaction_share_a_reference(string subject, string? reference) =>
        Assert.Equal(reference, ReadSubject("any_kind", subject).PaymentReference);

    [Theory]
    [InlineData("<transaction><id>t</id><amount>10</amount></transaction>", null)]
    [InlineData("<transaction><amount>10</amount><currency-iso-code>JPY</currency-iso-code></transaction>", "10 JPY")]
    [InlineData("<dispute><amount>9</amount><amount-disputed>5.00</amount-disputed><currency-iso-code>USD</currency-iso-code></dispute>", "5.00 USD")]
    [InlineData("<disbursement><amount>7</amount><currency-iso-code>USD</currency-iso-code></disbursement>", "7.00 USD")]
    [InlineData("<subscription><add-ons><add-on><amount>7</amount></add-on></add-ons><currency-iso-code>USD</currency-iso-code></subscription>", null)]
    public void Amount_needs_its_currency(string subject, string? amount) =>
        Assert.Equal(amount, ReadSubject("any_kind", subject).Amount?.ToString());

    [Theory]
    [InlineData("subscription_charged_successfully", WebhookPriority.High)]
    [InlineData("local_payment_completed", WebhookPriority.High)]
    [InlineData("subscription_charged_unsuccessfully", WebhookPriority.Normal)]
    [InlineData("dispute_opened", WebhookPriority.Normal)]
    [InlineData("check", WebhookPriority.Low)]
    [InlineData("disbursement", WebhookPriority.Low)]
    [InlineData("account_updater_daily_report", WebhookPriority.Low)]
    public void Priority_follows_the_kind(string kind, WebhookPriority priority) => Assert.Equal(priority, ReadSubject(kind, "").Priority);

    [Fact]
    public void Event_is_the_same_with_and_without_the_last_newline()
    {
        var payload = Convert.ToBase64String("<notification><kind>check</kind></notification>"u8);
        Assert.Equal(ReadPayload(payload).EventId, ReadPayload($"{payload}\n").EventId);
    }

    [Theory]
    [InlineData("bt_signature=x", "bt_payload is missing")]
    [InlineData("bt_payload=~", "bt_payload is not Base64")]
    [InlineData("bt_payload=PGE%2B", "bt_payload is not XML")]
    public void Malformed_form_is_told_by_field(string body, string problem) => Deliveries.AssertMalformed(Provider, body, problem);

    [Theory]
    [InlineData("<notification/>", "kind")]
    [InlineData("<!DOCTYPE n [<!ENTITY a \"b\">]><notification><kind>&a;</kind></notification>", "XML")]
    [InlineData("<!DOCTYPE n SYSTEM \"file:///etc/passwd\"><notification><kind>check</kind></notification>", "XML")]
    [InlineData("<notification><kind>&undefined;</kind></notification>", "XML")]
    public void Malformed_document_is_refused(string document, string problem) => Assert.Contains(
        problem, Assert.Throws<MalformedDeliveryException>(() => Read(document)).Message, StringComparison.Ordinal);

    [Fact]
    public void Depth_and_number_of_elements_are_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));
        var wide = $"<a>{string.Concat(Enumerable.Repeat("<b>x</b>", 10_000))}</a>";

        Assert.Throws<MalformedDeliveryException>(() => Read(deep));
        Assert.Throws<MalformedDeliveryException>(() => Read(wide));
    }

    [Fact]
    public void Challenge_is_answered_with_its_signature()
    {
        const string challenge = "20f9f8ed05f77439fe955c977e4c8a53";
        var key = CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes("private"));

        var answer = Provider.AnswerHandshake($"?bt_challenge={challenge}", Options)!;

        Assert.Equal($"public|{Deliveries.Hex(HashAlgorithmName.SHA1, key, Encoding.ASCII.GetBytes(challenge))}", answer.Body);
        Assert.Equal(200, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bt_challenge=")]
    [InlineData("bt_challenge=20f9f8ed05f77439fe9")]
    [InlineData("bt_challenge=20f9f8ed05f77439fe955c977e4c8a530")]
    [InlineData("bt_challenge=20F9F8ED05F77439FE955C977E4C8A53")]
    [InlineData("bt_challenge=20f9f8ed05f77439fe95%0A")]
    [InlineData("bt_challenge=20f9f8ed05f77439fe955c977&bt_challenge=20f9f8ed05f77439fe955c977")]
    public void Nothing_but_a_challenge_is_signed(string? query) => Assert.Null(Provider.AnswerHandshake(query, Options));

    [Fact]
    public void Public_key_must_be_set() => Assert.Contains(
        "Payshift__Providers__braintree__PublicKey",
        Assert.Single(Provider.Validate(Deliveries.Options("private"))),
        StringComparison.Ordinal);

    private static ProviderOptions Options => new() { Secrets = ["private"], PublicKey = "public" };

    private static WebhookEvent ReadSubject(string kind, string subject) =>
        Read($"<notification><kind>{kind}</kind><subject>{subject}</subject></notification>");

    private static WebhookEvent Read(string document) => ReadPayload(Convert.ToBase64String(Encoding.UTF8.GetBytes(document)));

    private static WebhookEvent ReadPayload(string payload) => Deliveries.Read(Provider, $"bt_payload={Uri.EscapeDataString(payload)}");
}
