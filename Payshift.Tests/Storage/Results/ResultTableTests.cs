using Azure.Data.Tables;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Storage.Results;

[Collection(ServicesCollection.Name)]
public sealed class ResultTableTests(ServicesFixture services)
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task State_order_and_customer_are_found_with_their_webhook()
    {
        await using var app = new PayshiftApp(services);
        var webhook = Webhook("1", "ORD/1", "cus 1");
        await Store(app).RecordAsync([Result(webhook)], default);

        var record = Assert.Single(await Store(app).FindAsync(webhook.PaymentReference, 10, default));

        Assert.Equal((PaymentState.Succeeded, "ORD/1", "cus 1"), (record.State, record.OrderReference, record.CustomerReference));
    }

    [Fact]
    public async Task The_newest_rows_are_found_up_to_a_limit()
    {
        await using var app = new PayshiftApp(services);
        var webhooks = Enumerable.Range(0, 7).Select(number => Webhook($"{number}") with
        {
            PaymentReference = _run,
            EventTime = DateTimeOffset.UnixEpoch.AddDays(number),
        });
        await Store(app).RecordAsync([.. webhooks.Select(Result)], default);

        Assert.Equal([$"{_run}_6", $"{_run}_5", $"{_run}_4"], (await Store(app).FindAsync(_run, 3, default)).Select(record => record.EventId));
    }

    [Fact]
    public async Task Payments_are_found_by_order_and_by_customer_in_every_partition()
    {
        await using var app = new PayshiftApp(services, values => values["Payshift:Tables:Buckets"] = "16");
        var webhooks = Enumerable.Range(0, 40).Select(number => Webhook($"{number}", order: $"{_run}/o", customer: number % 2 == 0 ? $"{_run} c" : null)).ToArray();
        await Store(app).RecordAsync([.. webhooks.Select(Result)], default);

        var ofOrder = await Store(app).FindLinkedAsync(PaymentLinkKind.Order, $"{_run}/o", 100, default);
        var ofCustomer = await Store(app).FindLinkedAsync(PaymentLinkKind.Customer, $"{_run} c", 100, default);

        Assert.Equal(webhooks.Select(webhook => webhook.PaymentReference).Order(), ofOrder.Payments.Keys.Order());
        Assert.Equal(20, ofCustomer.Payments.Count);
        Assert.False(ofOrder.HasMore);
        Assert.Empty((await Store(app).FindLinkedAsync(PaymentLinkKind.Customer, $"{_run}/o", 100, default)).Payments);
    }

    [Fact]
    public async Task An_order_with_more_payments_than_asked_for_says_so()
    {
        await using var app = new PayshiftApp(services, values => values["Payshift:Tables:Buckets"] = "2");
        await Store(app).RecordAsync([.. Enumerable.Range(0, 30).Select(number => Result(Webhook($"{number}", order: _run)))], default);

        var some = await Store(app).FindLinkedAsync(PaymentLinkKind.Order, _run, 29, default);
        var all = await Store(app).FindLinkedAsync(PaymentLinkKind.Order, _run, 30, default);

        Assert.Equal((29, true), (some.Payments.Count, some.HasMore));
        Assert.Equal((30, false), (all.Payments.Count, all.HasMore));
    }

    [Fact]
    public async Task Every_provider_that_names_an_order_with_a_payment_is_known()
    {
        await using var app = new PayshiftApp(services);
        var webhook = Webhook("1", order: _run);
        await Store(app).RecordAsync([Result(webhook), Result(webhook with { Provider = "adyen", Id = WebhookId.From("adyen", _run) })], default);

        var payment = Assert.Single((await Store(app).FindLinkedAsync(PaymentLinkKind.Order, _run, 10, default)).Payments);

        Assert.Equal(["adyen", "stripe"], payment.Value);
    }

    [Fact]
    public async Task What_says_nothing_of_a_payment_leads_to_none()
    {
        await using var app = new PayshiftApp(services);
        await Store(app).RecordAsync([Result(Webhook("1", order: _run) with { State = null })], default);

        Assert.Empty((await Store(app).FindLinkedAsync(PaymentLinkKind.Order, _run, 10, default)).Payments);
    }

    [Fact]
    public async Task A_payments_webhooks_share_a_link_and_writing_again_adds_none()
    {
        await using var app = new PayshiftApp(services);
        var results = Enumerable.Range(0, 10).Select(number => Result(Webhook($"{number}", order: _run) with { PaymentReference = $"pi_{_run}" })).ToArray();
        await Store(app).RecordAsync(results, default);
        await Store(app).RecordAsync(results, default);

        var table = new TableClient(services.TablesConnectionString, TableNames.Results);
        var rows = table.Query<TableEntity>(row => row.PartitionKey == TableKeys.Bucket($"pi_{_run}", 4)).Where(row => row.GetString("PaymentReference") == $"pi_{_run}");

        Assert.Equal(10, rows.Count(row => row.ContainsKey("WebhookId")));
        Assert.Equal(["Order"], rows.Where(row => !row.ContainsKey("WebhookId")).Select(row => row.GetString("Kind")));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task A_hundred_webhooks_of_a_partition_take_few_requests(bool linked, int expected)
    {
        await using var app = new PayshiftApp(services, values => values["Payshift:Tables:Buckets"] = "1");
        await app.Services.GetRequiredService<ITableProbe>().PingAsync(default);
        var results = Enumerable.Range(0, 100)
            .Select(number => Result(linked ? Webhook($"{number}", $"{_run}_o{number}", $"{_run}_c{number}") : Webhook($"{number}")))
            .ToArray();

        using var requests = new RequestCount(new Uri(Endpoint()).Port);
        await Store(app).RecordAsync(results, default);

        Assert.Equal(expected, requests.Value);
    }

    private static IResultTable Store(PayshiftApp app) => app.Services.GetRequiredService<IResultTable>();

    private static ResultRecord Result(Webhook webhook) => new(webhook, ResultRecord.Processed, null, 1, DateTimeOffset.UtcNow, "batch");

    private Webhook Webhook(string suffix, string? order = null, string? customer = null) => SampleWebhooks.Create($"{_run}_{suffix}") with
    {
        State = PaymentState.Succeeded,
        OrderReference = order,
        CustomerReference = customer,
    };

    private string Endpoint() => services.TablesConnectionString.Split("TableEndpoint=")[1].TrimEnd(';');
}
