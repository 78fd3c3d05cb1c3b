using Payshift.Core.Telemetry;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Telemetry;

/// <summary>What Application Insights gets to see of a host at work.</summary>
[Collection(TelemetryCollection.Name)]
public sealed partial class SentTelemetryTests(ServicesFixture services, TelemetryScene scene) : IClassFixture<TelemetryScene>
{
    [Fact]
    public async Task A_webhook_is_followed_from_its_delivery_to_its_row()
    {
        var delivery = await DeliveryOfAsync(scene.Processed);
        var batch = Assert.Single(await BatchesOfAsync(scene.Processed, atLeast: 1));

        Assert.Contains((delivery.OperationId, delivery.Id), LinksOf(batch));
        await scene.ArrivesAsync(() => RowsOf(batch, "WebhookResults").Any(), "the row's dependency");
        Assert.All(RowsOf(batch, "WebhookResults"), row => Assert.Equal("azure.tables", row.Data.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Every_batch_that_touched_a_webhook_leads_to_its_delivery()
    {
        var delivery = await DeliveryOfAsync(scene.FailedOnce);
        var batches = await BatchesOfAsync(scene.FailedOnce, atLeast: 2);

        Assert.All(batches, batch => Assert.Contains((delivery.OperationId, delivery.Id), LinksOf(batch)));
        // What else fails, and for another reason, may be in the same batch.
        Assert.Contains(batches, batch => batch.Property("payshift.batch.retried") != "0" && batch.Property("error.type") is not null);
    }

    [Fact]
    public async Task A_retry_by_hand_leads_to_the_delivery_too()
    {
        var delivery = await DeliveryOfAsync(scene.Failed);
        var batches = await BatchesOfAsync(scene.Failed, atLeast: 2);

        Assert.All(batches, batch => Assert.Contains((delivery.OperationId, delivery.Id), LinksOf(batch)));
        Assert.All(batches, batch => Assert.False(batch.Success));
        await scene.ArrivesAsync(() => SendsOf(scene.Failed).Any(send => LinksOf(send).Contains((delivery.OperationId, delivery.Id))), "the retry's send");
    }

    [Fact]
    public async Task A_failure_is_logged_where_its_batch_is()
    {
        await scene.ArrivesAsync(() => LogsOf("3005").Any(log => log.Property("WebhookId") == scene.Failed.ToString()), "the failure's log");

        var log = LogsOf("3005").First(log => log.Property("WebhookId") == scene.Failed.ToString());
        Assert.Equal(("flutterwave", "handler"), (log.Property("Provider"), log.Property("Cause")));
        await scene.ArrivesAsync(() => BatchesOf(scene.Failed).Any(batch => batch.OperationId == log.OperationId), "the batch of the failure's log");
    }

    [Fact]
    public async Task A_refused_delivery_is_a_failed_request_with_a_log()
    {
        await scene.ArrivesAsync(() => LogsOf("2001").Any(), "the refusal's log");
        var log = LogsOf("2001").First();
        await scene.ArrivesAsync(() => scene.Endpoint.Requests.Any(request => request.OperationId == log.OperationId), "the refused request");

        var request = scene.Endpoint.Requests.First(request => request.OperationId == log.OperationId);
        Assert.Equal((false, "401"), (request.Success, request.Data.GetProperty("responseCode").GetString()));
    }

    [Fact]
    public async Task Every_metric_of_the_page_arrives()
    {
        foreach (var metric in TelemetryPage.Metrics)
        {
            await scene.ArrivesAsync(() => scene.Endpoint.Metrics.Any(item => item.Metric == metric), metric);
        }
    }

    [Fact]
    public async Task Only_bounded_values_are_dimensions()
    {
        await scene.ArrivesAsync(() => MetricsOf(MetricNames.Outcomes).Any(item => item.Property(AttributeNames.PaymentMethod) == PaymentMethodNames.Other), "a method that is not told apart");

        string[] providers = [.. TelemetryScene.Secrets.Keys, "unknown", "all"];
        Assert.All(Values(AttributeNames.Provider), provider => Assert.Contains(provider, providers));
        Assert.All(Values(AttributeNames.PaymentMethod), method => Assert.Contains(method, PaymentMethodNames.Known.Append(PaymentMethodNames.Other)));

        IEnumerable<string> Values(string dimension) => scene.Endpoint.Metrics.Select(item => item.Property(dimension)).OfType<string>();
    }

    [Fact]
    public async Task No_secret_no_card_number_and_no_payload_is_sent()
    {
        await Every_metric_of_the_page_arrives();
        await BatchesOfAsync(scene.Failed, atLeast: 2);

        string[] unwanted =
        [
            .. TelemetryScene.Secrets.Values, "sk_live_of_the_api", HostProcess.Key, TelemetryScene.RedisPassword, StorageKey(), TelemetryScene.PathSecret,
            TelemetryScene.Card, TelemetryScene.SpacedCard, TelemetryScene.Mark, "ref-1", "billing_details", "fails-always",
        ];
        Assert.NotEmpty(scene.Endpoint.Items);
        Assert.All(scene.Endpoint.Items, item => Assert.All(unwanted, text => Assert.DoesNotContain(text, item.Text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_URL_is_sent_as_its_route_or_its_host()
    {
        await scene.ArrivesAsync(() => scene.Endpoint.Dependencies.Any(call => call.Property("payshift.provider") is null && call.Data.GetProperty("type").GetString() == "Http"), "a call of a provider's API");
        await scene.ArrivesAsync(() => scene.Endpoint.Requests.Any(request => request.Name == "GET /"), "a request without a route");

        Assert.All(
            scene.Endpoint.Requests.Where(request => request.Data.TryGetProperty("url", out _)),
            request => Assert.Matches(@"^http://127\.0\.0\.1:\d+/(payment/(webhooks/\{provider\}/\{pathSecret\?\}|admin/[a-z{}/.]+|health))?$|^payshift", request.Data.GetProperty("url").GetString()!));
        Assert.All(
            scene.Endpoint.Dependencies.Where(call => call.Data.GetProperty("type").GetString() == "Http"),
            call => Assert.Equal($"{scene.Endpoint.Url}/", call.Data.GetProperty("data").GetString()));
    }

    private IEnumerable<SentItem> MetricsOf(string metric) => scene.Endpoint.Metrics.Where(item => item.Metric == metric);

    private IEnumerable<SentItem> LogsOf(string eventId) =>
        scene.Endpoint.Items.Where(item => item.Type == "MessageData" && item.Property("EventId") == eventId);

    private IEnumerable<SentItem> SendsOf(WebhookId id) =>
        scene.Endpoint.Dependencies.Where(item => item.Name == "send payshift" && Has(item, id));

    private IEnumerable<SentItem> RowsOf(SentItem batch, string table) =>
        scene.Endpoint.Dependencies.Where(item => item.Name == $"upsert {table}" && item.ParentId == batch.Id && item.OperationId == batch.OperationId);

    /// <returns>The span that put it into the queue, within the delivery's request.</returns>
    private async Task<SentItem> DeliveryOfAsync(WebhookId id)
    {
        await scene.ArrivesAsync(() => Kept().Any(), $"the delivery of {id}");
        var send = Kept().First();
        Assert.Equal("POST payment/webhooks/{provider}/{pathSecret?}", RequestOf(send)!.Name);
        return send;

        // Not the one that was a duplicate, which may arrive first.
        IEnumerable<SentItem> Kept() => SendsOf(id).Where(send => LinksOf(send).Count == 0 && send.Property("payshift.webhooks.kept") == "1" && RequestOf(send) is not null);

        SentItem? RequestOf(SentItem send) => scene.Endpoint.Requests.FirstOrDefault(request => request.Id == send.ParentId && request.OperationId == send.OperationId);
    }

    private async Task<SentItem[]> BatchesOfAsync(WebhookId id, int atLeast)
    {
        await scene.ArrivesAsync(() => BatchesOf(id).Count() >= atLeast, $"{atLeast} batches of {id}");
        return [.. BatchesOf(id)];
    }

    private IEnumerable<SentItem> BatchesOf(WebhookId id) => scene.Endpoint.Requests.Where(item => item.Name == "process payshift" && Has(item, id));

    private static bool Has(SentItem item, WebhookId id) => item.Property("payshift.webhook.ids")?.Contains(id.ToString(), StringComparison.Ordinal) == true;

    private static List<(string?, string?)> LinksOf(SentItem item) => item.Property("_MS.links") is not { } links ? [] :
    [
        .. JsonDocument.Parse(links).RootElement.EnumerateArray().Select(link => (link.GetProperty("operation_Id").GetString(), link.GetProperty("id").GetString())),
    ];

    private string StorageKey() => services.TablesConnectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
}
