using Azure.Data.Tables;
using Payshift.Core.Processing;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Verification;

[Collection(ServicesCollection.Name)]
public sealed class VerifiedProcessingTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly PaidEvent Paid = PaidEvent.Of("flutterwave");
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private readonly FakeHandler _handler = new();

    private FakeProviderApi _api = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _api = await FakeProviderApi.StartAsync();
    }

    public override async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task What_the_provider_confirms_is_handled()
    {
        await using var app = Create();
        _api.Add(Enumerable.Range(0, 20).Select(number => Paid.Payment($"{Run}{number}", _now)));
        await app.Queue.EnqueueAsync([.. Enumerable.Range(0, 20).Select(number => Paid.Webhook($"{Run}{number}", _now))]);

        Assert.Equal(20, (await app.Drain.ProcessAsync()).Processed);
        Assert.Equal(20, _handler.Attempts.Count());
    }

    [Fact]
    public async Task A_mismatch_is_a_permanent_failure_that_the_handler_never_sees()
    {
        await using var app = Create();
        var webhook = Paid.Webhook(Run, _now, minor: 999_900) with { State = PaymentState.Succeeded };
        _api.Add(Paid.Payment(Run, _now));
        await app.Queue.EnqueueAsync([webhook]);

        Assert.Equal(1, (await app.Drain.ProcessAsync()).Failed);
        Assert.Empty(_handler.Attempts);
        var record = Assert.Single(await app.FindPaymentAsync(webhook.PaymentReference, default));
        Assert.Equal((ResultRecord.Failed, null), (record.Outcome, record.State));
        var row = await new TableClient(Services.TablesConnectionString, TableNames.Failures)
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"EventId eq {webhook.EventId}")).SingleAsync();
        Assert.Equal("The API of flutterwave says otherwise: the amount is 10.50 EUR, the event says 9999.00 EUR.", row.GetString("Reason"));
    }

    [Fact]
    public async Task What_is_not_found_is_tried_again_and_an_attempt_is_counted()
    {
        await using var app = Create();
        var webhook = Paid.Webhook(Run, _now);
        await app.Queue.EnqueueAsync([webhook]);

        Assert.Equal(1, (await app.Drain.ProcessAsync(maxBatches: 1)).Retried);
        Assert.Empty(_handler.Attempts);
        _api.Add(Paid.Payment(Run, _now));
        await Eventually.TrueAsync(async () => (await app.Drain.ProcessAsync()).Processed == 1, Soon, "the payment is found");

        Assert.Equal(2, Assert.Single(_handler.Attempts).Number);
    }

    [Fact]
    public async Task While_the_provider_is_unavailable_webhooks_wait_and_no_attempt_is_counted()
    {
        await using var app = Create();
        var webhook = Paid.Webhook(Run, _now);
        _api.Add(Paid.Payment(Run, _now));
        _api.Fault = _ => new Refusal(429, RetryAfter: "1");
        await app.Queue.EnqueueAsync([webhook]);

        for (var round = 1; round <= 6; round++)
        {
            var number = round;
            await Eventually.TrueAsync(
                async () =>
                {
                    var summary = await app.Drain.ProcessAsync(maxBatches: 1);
                    Assert.Equal((0, 0, 0), (summary.Processed, summary.Retried, summary.Failed));
                    return _api.CallCount >= number;
                },
                Soon,
                "the provider is asked again");
        }

        Assert.Equal(6, _api.CallCount);
        Assert.Equal((0, 1), ((await app.Queue.GetStatsAsync()).ReadyHigh, (await app.Queue.GetStatsAsync()).Scheduled));
        _api.Fault = _ => null;
        await Eventually.TrueAsync(async () => (await app.Drain.ProcessAsync()).Processed == 1, Soon, "the provider answers");
        Assert.Equal(1, Assert.Single(_handler.Attempts).Number);
    }

    private PayshiftApp Create() => new(
        Services,
        values =>
        {
            values["Payshift:Providers:flutterwave:Secrets:0"] = "hash";
            values["Payshift:Providers:flutterwave:ApiKey"] = FakeProviderApi.Key;
            values["Payshift:Providers:flutterwave:ApiBaseUrl"] = _api.Address.AbsoluteUri;
        },
        collection => collection.AddSingleton<IWebhookBatchHandler>(_handler));
}
