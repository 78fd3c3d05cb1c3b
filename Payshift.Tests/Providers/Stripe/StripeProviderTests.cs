using Payshift.Core.Providers.Stripe;

namespace Payshift.Tests.Providers.Stripe;

public sealed class StripeProviderTests
{
    private static readonly StripeProvider Provider = new();

    [Fact]
    public void Charge_meets_its_payment_intent()
    {
        const string body = """
            {"id":"evt_1","object":"event","created":1790000000,"type":"charge.succeeded","data":{"object":{
              "id":"ch_1","object":"charge","amount":1099,"currency":"eur","payment_intent":"pi_1",
              "payment_method_details":{"type":"SEPA_debit"}}}}
            """;

        var webhook = Deliveries.Read(Provider, body);

        Assert.Equal("evt_1", webhook.EventId);
        Assert.Equal("charge.succeeded", webhook.EventType);
        Assert.Equal("pi_1", webhook.PaymentReference);
        Assert.Equal("sepa_debit", webhook.PaymentMethod);
        Assert.Equal(new Money(1099, "EUR", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000), webhook.EventTime);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(body), webhook.Payload.ToArray());
    }

    [Theory]
    [InlineData("""{"id":"pi_1","object":"payment_intent"}""", "pi_1")]
    [InlineData("""{"id":"ch_1","object":"charge","payment_intent":null}""", "ch_1")]
    [InlineData("""{"id":"ch_1","object":"charge","payment_intent":{"id":"pi_1"}}""", "pi_1")]
    [InlineData("""{"id":"re_1","object":"refund","charge":"ch_1","payment_intent":"pi_1"}""", "pi_1")]
    [InlineData("""{"id":"re_1","object":"refund","charge":"ch_1","payment_intent":null}""", "ch_1")]
    [InlineData("""{"id":"dp_1","object":"dispute","charge":{"id":"ch_1"}}""", "ch_1")]
    [InlineData("""{"id":"cs_1","object":"checkout.session","payment_intent":"pi_1","invoice":"in_1"}""", "pi_1")]
    [InlineData("""{"id":"cs_1","object":"checkout.session","payment_intent":null,"invoice":"in_1"}""", "in_1")]
    [InlineData("""{"id":"cs_1","object":"checkout.session"}""", "cs_1")]
    [InlineData("""{"id":"in_1","object":"invoice","payment_intent":"pi_1"}""", "pi_1")]
    [InlineData("""{"id":"in_1","object":"invoice","payments":{"data":[{"payment":{"payment_intent":"pi_1"}}]}}""", "pi_1")]
    [InlineData("""{"id":"in_1","object":"invoice"}""", "in_1")]
    [InlineData("""{"id":"inpay_1","object":"invoice_payment","invoice":"in_1","payment":{"payment_intent":"pi_1"}}""", "pi_1")]
    [InlineData("""{"id":"issfr_1","object":"radar.early_fraud_warning","charge":"ch_1","payment_intent":"pi_1"}""", "pi_1")]
    [InlineData("""{"id":"cus_1","object":"customer"}""", "cus_1")]
    [InlineData("""{"id":"sub_1","object":"subscription","latest_invoice":"in_1"}""", "sub_1")]
    [InlineData("""{"object":"balance"}""", null)]
    [InlineData("""{"id":7,"object":"charge","payment_intent":[]}""", null)]
    public void Events_of_one_payment_share_a_reference(string subject, string? reference) =>
        Assert.Equal(reference, Read("any.type", subject).PaymentReference);

    [Theory]
    [InlineData("""{"payment_method_types":["card","link"]}""", "card")]
    [InlineData("""{"payment_method_types":["card"],"latest_charge":{"payment_method_details":{"type":"ideal"}}}""", "ideal")]
    [InlineData("""{"payment_method_types":["card"],"payment_method":{"type":"klarna"}}""", "klarna")]
    [InlineData("""{"payment_method_types":[],"payment_method":"pm_1"}""", null)]
    [InlineData("""{"payment_settings":{"payment_method_types":["us_bank_account"]}}""", "us_bank_account")]
    [InlineData("""{"payment_method_details":{"type":7}}""", null)]
    public void Method_is_what_was_used_before_what_may_be(string subject, string? method) =>
        Assert.Equal(method, Read("any.type", subject).PaymentMethod);

    [Theory]
    [InlineData("payment_intent.succeeded", """{"object":"payment_intent","amount":900,"amount_received":800,"currency":"usd"}""", 800, "USD", 2)]
    [InlineData("payment_intent.created", """{"object":"payment_intent","amount":900,"amount_received":0,"currency":"usd"}""", 900, "USD", 2)]
    [InlineData("charge.refunded", """{"object":"charge","amount":900,"amount_refunded":300,"currency":"usd"}""", 300, "USD", 2)]
    [InlineData("charge.captured", """{"object":"charge","amount":900,"amount_captured":700,"currency":"usd"}""", 700, "USD", 2)]
    [InlineData("refund.created", """{"object":"refund","amount":300,"currency":"usd"}""", 300, "USD", 2)]
    [InlineData("checkout.session.completed", """{"object":"checkout.session","amount_total":500,"currency":"jpy"}""", 500, "JPY", 0)]
    [InlineData("invoice.paid", """{"object":"invoice","amount_due":900,"amount_paid":850,"currency":"usd"}""", 850, "USD", 2)]
    [InlineData("invoice.payment_failed", """{"object":"invoice","amount_due":900,"amount_paid":0,"currency":"usd"}""", 900, "USD", 2)]
    [InlineData("charge.succeeded", """{"object":"charge","amount":500,"currency":"isk"}""", 500, "ISK", 2)]
    [InlineData("charge.succeeded", """{"object":"charge","amount":500,"currency":"ugx"}""", 500, "UGX", 2)]
    [InlineData("charge.succeeded", """{"object":"charge","amount":500,"currency":"mga"}""", 500, "MGA", 0)]
    [InlineData("charge.succeeded", """{"object":"charge","amount":5120,"currency":"kwd"}""", 5120, "KWD", 3)]
    [InlineData("charge.succeeded", """{"object":"charge","amount":9007199254740993,"currency":"usd"}""", 9007199254740993, "USD", 2)]
    public void Amount_is_what_the_event_is_about(string type, string subject, long minor, string currency, byte exponent) =>
        Assert.Equal(new Money(minor, currency, exponent), Read(type, subject).Amount);

    [Theory]
    [InlineData("""{"object":"charge","amount":null,"currency":"usd"}""")]
    [InlineData("""{"object":"charge","amount":100,"currency":null}""")]
    [InlineData("""{"object":"charge","amount":1e400,"currency":"usd"}""")]
    [InlineData("""{"object":"charge","amount":{},"currency":"usd"}""")]
    [InlineData("""{"object":"customer"}""")]
    public void Unreadable_amount_is_none(string subject) => Assert.Null(Read("any.type", subject).Amount);

    [Theory]
    [InlineData("payment_intent.succeeded", "{}", WebhookPriority.High)]
    [InlineData("charge.succeeded", "{}", WebhookPriority.High)]
    [InlineData("invoice.paid", "{}", WebhookPriority.High)]
    [InlineData("checkout.session.async_payment_succeeded", "{}", WebhookPriority.High)]
    [InlineData("checkout.session.completed", """{"payment_status":"paid"}""", WebhookPriority.High)]
    [InlineData("checkout.session.completed", """{"payment_status":"unpaid"}""", WebhookPriority.Normal)]
    [InlineData("checkout.session.completed", """{"payment_status":"no_payment_required"}""", WebhookPriority.Normal)]
    [InlineData("charge.failed", "{}", WebhookPriority.Normal)]
    [InlineData("charge.dispute.created", "{}", WebhookPriority.Normal)]
    [InlineData("customer.subscription.created", "{}", WebhookPriority.Normal)]
    [InlineData("customer.deleted", "{}", WebhookPriority.Normal)]
    [InlineData("customer.created", "{}", WebhookPriority.Low)]
    [InlineData("product.updated", "{}", WebhookPriority.Low)]
    [InlineData("price.created", "{}", WebhookPriority.Low)]
    [InlineData("plan.updated", "{}", WebhookPriority.Low)]
    [InlineData("payout.paid", "{}", WebhookPriority.Low)]
    [InlineData("balance.available", "{}", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, string subject, WebhookPriority priority) =>
        Assert.Equal(priority, Read(type, subject).Priority);

    [Fact]
    public void Thin_event_names_its_related_object()
    {
        var webhook = Deliveries.Read(Provider, """
            {"id":"evt_test_1","object":"v2.core.event","type":"v2.core.account.updated","created":"2026-09-21T12:00:00.123Z",
             "related_object":{"id":"acct_1","type":"v2.core.account","url":"/v2/core/accounts/acct_1"}}
            """);

        Assert.Equal("evt_test_1", webhook.EventId);
        Assert.Equal("acct_1", webhook.PaymentReference);
        Assert.Null(webhook.Amount);
        Assert.Null(webhook.PaymentMethod);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, 123, TimeSpan.Zero), webhook.EventTime);
    }

    [Fact]
    public void Thin_event_may_be_related_to_nothing() =>
        Assert.Null(Deliveries.Read(Provider, """{"id":"evt_1","object":"v2.core.event","type":"v2.x","related_object":null}""").PaymentReference);

    [Theory]
    [InlineData("1e400")]
    [InlineData("99999999999999")]
    [InlineData("\"yesterday\"")]
    [InlineData("null")]
    public void Time_outside_the_calendar_is_none(string created) =>
        Assert.Null(Deliveries.Read(Provider, $$$$"""{"id":"evt_1","type":"x","created":{{{{created}}}},"data":{"object":{}}}""").EventTime);

    [Fact]
    public void Long_event_id_is_replaced_by_its_digest()
    {
        var first = Deliveries.Read(Provider, $$$$"""{"id":"{{{{new string('a', 300)}}}}","type":"x","data":{"object":{}}}""");
        var second = Deliveries.Read(Provider, $$$$"""{"id":"{{{{new string('a', 301)}}}}","type":"x","data":{"object":{}}}""");

        Assert.InRange(first.EventId.Length, 1, 256);
        Assert.NotEqual(first.EventId, second.EventId);
    }

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("\"secret-value\"", "object")]
    [InlineData("""{"type":"secret-value","data":{"object":{}}}""", "id")]
    [InlineData("""{"id":"secret-value","data":{"object":{}}}""", "type")]
    [InlineData("""{"id":1,"type":"secret-value","data":{"object":{}}}""", "id")]
    [InlineData("""{"id":"evt_1","type":"secret-value"}""", "data.object")]
    [InlineData("""{"id":"evt_1","type":"secret-value","data":{"object":[]}}""", "data.object")]
    [InlineData("""{"id":"evt_1","type":"secret-value","data":"x"}""", "data.object")]
    public void Malformed_body_is_told_by_field_and_not_by_value(string body, string field)
    {
        var exception = Assert.Throws<MalformedDeliveryException>(() => Provider.Extract(Deliveries.Of(body)));

        Assert.Contains(field, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-value", exception.Message, StringComparison.Ordinal);
    }

    private static WebhookEvent Read(string type, string subject) =>
        Deliveries.Read(Provider, $$$"""{"id":"evt_1","object":"event","type":"{{{type}}}","data":{"object":{{{subject}}}}}""");
}
