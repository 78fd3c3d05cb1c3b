using Payshift.Core.Receiving;

namespace Payshift.Tests.Receiving;

public sealed class WebhookFactoryTests
{
    [Fact]
    public void State_order_and_customer_are_carried()
    {
        var webhook = Create(Event() with { State = PaymentState.Refunded, OrderReference = "ORD-1", CustomerReference = "cus_1" });

        Assert.Equal((PaymentState.Refunded, "ORD-1", "cus_1"), (webhook.State, webhook.OrderReference, webhook.CustomerReference));
    }

    [Fact]
    public void What_the_event_does_not_say_stays_unsaid()
    {
        var webhook = Create(Event() with { OrderReference = " " });

        Assert.Equal((null, null, null), (webhook.State, webhook.OrderReference, webhook.CustomerReference));
    }

    [Fact]
    public void A_payment_does_not_lead_to_itself() =>
        Assert.Null(Create(Event() with { PaymentReference = "ORD-1", OrderReference = "ORD-1" }).OrderReference);

    [Theory]
    [InlineData("jo@example.com", null)]
    [InlineData("Jo <jo@mail.example.com>", null)]
    [InlineData("@jo", "@jo")]
    [InlineData("team@7", "team@7")]
    [InlineData("cus_1", "cus_1")]
    public void E_mail_addresses_are_no_references(string customer, string? expected)
    {
        Assert.Equal(expected, Create(Event() with { CustomerReference = customer }).CustomerReference);
        Assert.Equal(expected, Create(Event() with { OrderReference = customer }).OrderReference);
    }

    [Fact]
    public void Long_references_are_bounded_and_stay_apart()
    {
        var one = Create(Event() with { OrderReference = new string('o', 5000) + "1" }).OrderReference!;
        var other = Create(Event() with { OrderReference = new string('o', 5000) + "2" }).OrderReference!;

        Assert.Equal(256, one.Length);
        Assert.NotEqual(one, other);
    }

    private static WebhookEvent Event() => new() { EventId = "evt_1", EventType = "charge.succeeded", PaymentReference = "pi_1", Payload = default };

    private static Webhook Create(WebhookEvent found) => WebhookFactory.Create("stripe", found, DateTimeOffset.UnixEpoch);
}
