using Payshift.Samples;
using Payshift.Tests.Providers;

namespace Payshift.Tests.EndToEnd;

/// <summary>A payment's state and what it is linked to, from signed deliveries to the operator's answer.</summary>
[Collection(HostsCollection.Name)]
public sealed class PaymentsOverHttpTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly long _now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private HostProcess _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _host = await HostProcess.StartAsync(ReceiveToRecordTests.Settings(Services));
    }

    public override Task DisposeAsync() => _host.DisposeAsync().AsTask();

    [Fact]
    public async Task State_follows_event_time_and_the_answer_correlates_providers_by_order_and_customer()
    {
        var (intent, order, customer) = ($"pi_{Run}", $"ORD/{Run}", $"cus_{Run}");
        await SendAsync(Stripe("refund", "charge.refunded", _now - 10, intent, """ "refunded":true """, order, customer));
        await ReadAsync(intent, webhooks: 1);
        await SendAsync(Stripe("charge", "charge.succeeded", _now - 60, intent, """ "captured":true """, order, customer));
        await SendAsync(Paystack(order));

        var payment = await ReadAsync(intent, webhooks: 2);
        Assert.Equal(("refunded", false), (payment.GetProperty("state").GetString(), payment.GetProperty("isContradictory").GetBoolean()));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(_now - 10), payment.GetProperty("since").GetDateTimeOffset());
        Assert.Equal(["charge.refunded", "charge.succeeded"], payment.GetProperty("webhooks").EnumerateArray().Select(it => it.GetProperty("eventType").GetString()));
        Assert.Equal(customer, Assert.Single(payment.GetProperty("customers").EnumerateArray()).GetProperty("reference").GetString());

        // Results and links are written at the same time, in no order.
        var ofOrder = await ReadAsync(order, webhooks: 1, "orders");
        Assert.Equal("succeeded", ofOrder.GetProperty("state").GetString());
        Assert.Equal(intent, ofOrder.GetProperty("orders")[0].GetProperty("payments")[0].GetProperty("reference").GetString());

        var linked = (await ReadAsync(intent, webhooks: 2, "orders")).GetProperty("orders")[0].GetProperty("payments")[0];
        Assert.Equal((order, "paystack", "succeeded"), (
            linked.GetProperty("reference").GetString(), linked.GetProperty("providers")[0].GetString(), linked.GetProperty("state").GetString()));

        var ofCustomer = await ReadAsync(customer, webhooks: 0, "customers");
        Assert.Equal(JsonValueKind.Null, ofCustomer.GetProperty("state").ValueKind);
        Assert.Equal(intent, ofCustomer.GetProperty("customers")[0].GetProperty("payments")[0].GetProperty("reference").GetString());
    }

    [Fact]
    public async Task What_nobody_mentioned_is_not_found()
    {
        using var answer = await GetAsync($"nothing-{Run}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task SendAsync(SampleDelivery delivery)
    {
        using var answer = await _host.Client.SendAsync(delivery);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <param name="link">Under which another payment is linked, null where that does not matter.</param>
    private async Task<JsonElement> ReadAsync(string reference, int webhooks, string? link = null)
    {
        JsonElement? found = null;
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await GetAsync(reference);
                found = answer.StatusCode == HttpStatusCode.OK ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement : null;
                return found?.GetProperty("webhooks").GetArrayLength() == webhooks
                    && (link is null || found.Value.GetProperty(link).EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
                        && first.GetProperty("payments").GetArrayLength() > 0);
            },
            Soon,
            $"{reference} has {webhooks} webhooks");
        return found!.Value;
    }

    private Task<HttpResponseMessage> GetAsync(string reference) =>
        _host.Client.GetAsync(new Uri($"/payment/admin/payments/{Uri.EscapeDataString(reference)}", UriKind.Relative));

    private SampleDelivery Stripe(string name, string type, long time, string intent, string says, string order, string customer)
    {
        var body = Encoding.UTF8.GetBytes($$"""
            {"id":"evt_{{name}}_{{Run}}","object":"event","created":{{time}},"type":"{{type}}","data":{"object":{
              "id":"ch_{{Run}}","object":"charge","amount":1099,"amount_refunded":1099,"currency":"eur","payment_intent":"{{intent}}",
              "customer":"{{customer}}","metadata":{"order_id":"{{order}}"},{{says}} } } }
            """);
        return new SampleDelivery(
            "stripe",
            body,
            new Dictionary<string, string> { ["Stripe-Signature"] = Deliveries.StripeHeader(body, "whsec_end_to_end", _now) },
            "",
            "",
            "");
    }

    private SampleDelivery Paystack(string reference)
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""{"event":"charge.success","data":{"id":"{{Run}}","reference":"{{reference}}","amount":1099,"currency":"NGN","paid_at":"2026-09-21T12:00:00Z"} }""");
        return new SampleDelivery(
            "paystack",
            body,
            new Dictionary<string, string> { ["x-paystack-signature"] = Deliveries.PaystackHeader(body, "sk_test_end_to_end") },
            "",
            "",
            "");
    }
}
