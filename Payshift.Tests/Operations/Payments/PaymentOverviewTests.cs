using Payshift.Core.Operations.Payments;

namespace Payshift.Tests.Operations.Payments;

/// <summary>What operators are told of a payment after its webhooks went all the way, in the wrong order and from several providers.</summary>
[Collection(ServicesCollection.Name)]
public sealed class PaymentOverviewTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    private PayshiftApp _app = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _app = Compose(Services);
    }

    public override Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task An_older_event_that_comes_later_changes_nothing()
    {
        await ProcessAsync(Webhook("pi", 60, PaymentState.Refunded));
        await ProcessAsync(Webhook("pi", 1, PaymentState.Pending), Webhook("pi", 10, PaymentState.Succeeded));

        var timeline = (await OverviewAsync("pi")).Timeline;

        Assert.Equal((PaymentState.Refunded, Start.AddSeconds(60)), (timeline.State, timeline.Since));
        Assert.Equal(
            [PaymentState.Refunded, PaymentState.Succeeded, PaymentState.Pending],
            timeline.Webhooks.Select(webhook => webhook.State!.Value));
    }

    [Fact]
    public async Task Several_providers_of_one_reference_are_brought_together_and_their_contradiction_is_visible()
    {
        await ProcessAsync(
            Webhook("order", 10, PaymentState.Succeeded, provider: "stripe"),
            Webhook("order", 20, PaymentState.Failed, provider: "adyen"));

        var timeline = (await OverviewAsync("order")).Timeline;

        Assert.True(timeline.IsContradictory);
        Assert.Equal(PaymentState.Failed, timeline.State);
        Assert.Equal([("adyen", PaymentState.Failed), ("stripe", PaymentState.Succeeded)], timeline.Providers.Select(it => (it.Provider, it.State!.Value)));
    }

    [Fact]
    public async Task Payments_of_one_order_at_several_providers_lead_to_each_other_with_their_states()
    {
        await ProcessAsync(
            Webhook("pi", 10, PaymentState.Failed, order: "ORD"),
            Webhook("psp", 20, PaymentState.Succeeded, provider: "adyen", order: "ORD"),
            // Paystack is given the order's reference for the payment itself.
            Webhook("ORD", 30, PaymentState.Pending, provider: "paystack"));

        var order = Assert.Single((await OverviewAsync("pi")).Orders);

        Assert.Equal((Own("ORD"), false), (order.Reference, order.HasMore));
        Assert.Equal(
            [(Own("ORD"), "paystack", PaymentState.Pending), (Own("psp"), "adyen", PaymentState.Succeeded)],
            order.Payments.Select(payment => (payment.Reference, Assert.Single(payment.Providers), payment.State!.Value)).OrderBy(it => it.Item3));
    }

    [Fact]
    public async Task The_reference_of_an_order_leads_to_its_payments()
    {
        await ProcessAsync(Webhook("pi", 10, PaymentState.Succeeded, order: "ORD/7"), Webhook("psp", 20, PaymentState.Failed, provider: "adyen", order: "ORD/7"));

        var overview = await OverviewAsync("ORD/7");

        Assert.Empty(overview.Timeline.Webhooks);
        Assert.Null(overview.Timeline.State);
        Assert.Equal([Own("pi"), Own("psp")], Assert.Single(overview.Orders).Payments.Select(payment => payment.Reference));
        Assert.Empty(overview.Customers);
    }

    [Fact]
    public async Task A_customer_with_very_many_payments_leads_to_the_first_of_them_and_says_that_there_are_more()
    {
        await ProcessAsync([.. Enumerable.Range(0, 150).Select(number => Webhook($"pi_{number:D3}", 10, PaymentState.Succeeded, customer: "cus"))]);

        var customer = Assert.Single((await OverviewAsync("pi_000")).Customers);

        Assert.True(customer.HasMore);
        Assert.Equal(100, customer.Payments.Select(payment => payment.Reference).Distinct().Count());
        Assert.DoesNotContain(customer.Payments, payment => payment.Reference == Own("pi_000"));
        Assert.All(customer.Payments.Take(50), payment => Assert.Equal(PaymentState.Succeeded, payment.State));
    }

    [Fact]
    public async Task What_nobody_mentioned_is_empty() => Assert.True((await OverviewAsync("nothing")).IsEmpty);

    private static PayshiftApp Compose(ServicesFixture services) => new(services);

    private async Task ProcessAsync(params Webhook[] webhooks)
    {
        await _app.Queue.EnqueueAsync(webhooks);
        Assert.Equal(webhooks.Length, (await _app.Drain.ProcessAsync()).Processed);
    }

    private Task<PaymentOverview> OverviewAsync(string reference) => _app.Payments.ReadAsync(Own(reference), default);

    private Webhook Webhook(string reference, int second, PaymentState state, string provider = "stripe", string? order = null, string? customer = null)
    {
        var eventId = $"{Own(reference)}_{second}";
        return SampleWebhooks.Create(eventId, reference: Own(reference), eventTime: Start.AddSeconds(second)) with
        {
            Id = WebhookId.From(provider, eventId),
            Provider = provider,
            State = state,
            OrderReference = order is null ? null : Own(order),
            CustomerReference = customer is null ? null : Own(customer),
        };
    }

    private string Own(string reference) => $"{Run}-{reference}";
}
