using Payshift.Core.Operations.Failures;
using Payshift.Core.Processing;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Operations.Failures;

[Collection(ServicesCollection.Name)]
public sealed class FailureRetryTests(ServicesFixture services) : ServicesTest(services)
{
    private const string Somebody = "somebody";


    private bool _refuses = true;

    [Fact]
    public async Task A_known_event_is_handled_again_and_its_failure_is_gone_when_it_succeeds()
    {
        var handler = Handler();
        await using var app = Create(handler);
        var webhook = SampleWebhooks.Create(Run);
        await FailAsync(app, webhook);
        Assert.Equal(new EnqueueResult(0, 1), await app.Queue.EnqueueAsync([webhook]));

        Assert.Equal(RetryResult.Retried, await RetryAsync(app, webhook));
        var marked = (await app.Operations().FindAsync(FailureFixtures.IdOf(webhook), default))!.Failure;
        Assert.Equal((FailureStatus.Retried, Somebody), (marked.Status, marked.RetriedBy));
        _refuses = false;
        Assert.Equal(1, (await app.Drain.ProcessAsync()).Processed);

        Assert.Equal([1, 1], handler.Attempts.Select(attempt => attempt.Number));
        Assert.Equal(ResultRecord.Processed, Assert.Single(await app.FindPaymentAsync(webhook.PaymentReference, default)).Outcome);
        Assert.Equal(RetryResult.NotFound, await RetryAsync(app, webhook));
    }

    [Fact]
    public async Task The_same_retry_enqueues_once_whoever_asks_and_when()
    {
        var handler = Handler();
        await using var app = Create(handler);
        var webhook = SampleWebhooks.Create(Run);
        await FailAsync(app, webhook);

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RetryAsync(app, webhook)));
        Assert.Single(results, RetryResult.Retried);
        Assert.Equal(11, results.Count(result => result == RetryResult.AlreadyRetried));
        Assert.Equal(RetryResult.AlreadyRetried, await RetryAsync(app, webhook));

        Assert.Equal(1, (await app.Drain.ProcessAsync()).Failed);
        Assert.Equal(2, handler.Attempts.Count());
    }

    [Fact]
    public async Task What_fails_again_is_an_open_failure_that_can_be_retried_again()
    {
        await using var app = Create(Handler());
        var webhook = SampleWebhooks.Create(Run);
        await FailAsync(app, webhook);
        for (var requeues = 1; requeues <= 3; requeues++)
        {
            Assert.Equal(RetryResult.Retried, await RetryAsync(app, webhook));
            Assert.Equal(1, (await app.Drain.ProcessAsync()).Failed);

            var failure = (await app.Operations().FindAsync(FailureFixtures.IdOf(webhook), default))!.Failure;
            Assert.Equal((FailureStatus.Open, requeues, null), (failure.Status, failure.Readmissions, failure.RetriedBy));
        }

        Assert.Equal(0, await KeysOfTheQueueAsync("readmitted"));
    }

    [Fact]
    public async Task A_call_that_read_the_failure_before_it_failed_again_enqueues_nothing()
    {
        await using var app = Create(Handler());
        var webhook = SampleWebhooks.Create(Run);
        await FailAsync(app, webhook);
        await RetryAsync(app, webhook);
        await app.Drain.ProcessAsync();

        Assert.Equal(RequeueResult.Settled, await app.Queue.RequeueAsync(webhook, 1));
        Assert.Equal(0, (await app.Drain.ProcessAsync()).Batches);
    }

    [Fact]
    public async Task A_retried_webhook_whose_worker_dies_is_not_ended_by_the_failure_before()
    {
        var handler = Handler();
        await using var app = Create(handler, values => values["Payshift:Redis:Partitions"] = "1");
        var webhook = SampleWebhooks.Create(Run);
        await FailAsync(app, webhook);
        await RetryAsync(app, webhook);
        Assert.Equal(1, Assert.Single(await app.Queue.LeaseAsync(1)).Requeues);
        await Leases.EndAllAsync(Services);
        _refuses = false;

        Assert.Equal((1, 0), (await app.Drain.ProcessAsync()) is var summary ? (summary.Processed, summary.Failed) : default);
        Assert.Equal(2, handler.Attempts.Count());
        Assert.Null(await app.Operations().FindAsync(FailureFixtures.IdOf(webhook), default));
    }

    [Fact]
    public async Task A_worker_that_dies_after_it_recorded_the_second_failure_leads_to_that_failure()
    {
        var handler = Handler();
        await using var app = Create(handler, values => values["Payshift:Redis:Partitions"] = "1");
        var webhook = SampleWebhooks.Create(Run);
        await FailAsync(app, webhook);
        await RetryAsync(app, webhook);
        await app.Queue.LeaseAsync(1);
        await app.KeepAsync(FailureFixtures.Of(webhook) with { Requeues = 1 });
        await app.Services.GetRequiredService<IResultTable>().RecordAsync(
            [new ResultRecord(webhook, ResultRecord.Failed, "again", 1, DateTimeOffset.UtcNow, "dead", Requeues: 1)], default);
        await Leases.EndAllAsync(Services);

        Assert.Equal(1, (await app.Drain.ProcessAsync()).Failed);
        Assert.Single(handler.Attempts);
        Assert.Equal(RetryResult.Retried, await RetryAsync(app, webhook));
    }

    [Fact]
    public async Task What_Redis_lost_after_a_retry_can_be_retried_again()
    {
        await using var app = Create(Handler());
        var webhook = SampleWebhooks.Create(Run);
        await FailAsync(app, webhook);
        await RetryAsync(app, webhook);
        foreach (var leased in await app.Queue.LeaseAsync(10))
        {
            // Gone without an outcome, as after a fail-over that lost the last writes.
            await app.Queue.SettleAsync([new Settlement(leased.Lease, SettlementKind.Complete)]);
        }

        Assert.Equal(RetryResult.Retried, await RetryAsync(app, webhook));
        Assert.Equal(2, Assert.Single(await app.Queue.LeaseAsync(10)).Requeues);
    }

    [Fact]
    public async Task What_is_in_the_queue_or_was_processed_or_is_lost_is_not_enqueued()
    {
        await using var app = Create(Handler());
        var waiting = SampleWebhooks.Create($"{Run}_waiting");
        await app.Queue.EnqueueAsync([waiting]);
        var processed = SampleWebhooks.Create($"{Run}_processed");
        await app.Services.GetRequiredService<IResultTable>().RecordAsync(
            [new ResultRecord(processed, ResultRecord.Processed, null, 1, DateTimeOffset.UtcNow, "batch")], default);
        var lost = SampleWebhooks.Create($"{Run}_lost") with { Provider = "unknown", Payload = ReadOnlyMemory<byte>.Empty };
        await app.KeepAsync(FailureFixtures.Of(waiting), FailureFixtures.Of(processed), FailureFixtures.Of(lost));

        Assert.Equal(RetryResult.InQueue, await RetryAsync(app, waiting));
        Assert.Equal(RetryResult.Processed, await RetryAsync(app, processed));
        Assert.Equal(RetryResult.NotFound, await RetryAsync(app, processed));
        Assert.Equal(RetryResult.Unreadable, await RetryAsync(app, lost));
        Assert.Equal(waiting.Id, Assert.Single(await app.Queue.LeaseAsync(10)).Lease.Id);
    }

    [Fact]
    public async Task What_waits_again_has_its_priority_and_everything_it_had()
    {
        await using var app = Create(Handler());
        var webhook = SampleWebhooks.Create(Run, WebhookPriority.High) with
        {
            State = PaymentState.Succeeded,
            OrderReference = "order",
            CustomerReference = "customer",
            TraceParent = SampleWebhooks.Trace,
            Headers = SampleWebhooks.Headers,
        };
        await FailAsync(app, webhook);
        await RetryAsync(app, webhook);

        Assert.Equal(1, (await app.Queue.GetStatsAsync()).ReadyHigh);
        var readmitted = Assert.Single(await app.Queue.LeaseAsync(10)).Webhook!;
        Assert.Equal(webhook with { Payload = default }, readmitted with { Payload = default });
        Assert.Equal(webhook.Payload.ToArray(), readmitted.Payload.ToArray());
    }

    [Fact]
    public async Task All_that_match_are_counted_first_then_retried_in_steps_with_a_result_for_each()
    {
        await using var app = Create(Handler());
        var webhooks = Enumerable.Range(0, 9).Select(number => SampleWebhooks.Create($"{Run}_{number}", reference: Run)).ToArray();
        await FailAsync(app, webhooks);
        await RetryAsync(app, webhooks[0]);
        var retry = app.Services.GetRequiredService<FailureRetry>();

        var dryRun = await retry.CountAsync(FailureFixtures.Filter(Run), null, default);
        Assert.Equal((true, 8, null, 0), (dryRun.DryRun, dryRun.Matched, dryRun.Continuation, dryRun.Items.Count));
        Assert.Equal(1, (await app.Queue.GetStatsAsync()).ReadyNormal);

        var first = await retry.RetryAllAsync(FailureFixtures.Filter(Run), null, 5, Somebody, default);
        var second = await retry.RetryAllAsync(FailureFixtures.Filter(Run), first.Continuation, 5, Somebody, default);
        Assert.Equal((5, 3, null), (first.Matched, second.Matched, second.Continuation));
        Assert.All(first.Items.Concat(second.Items), item => Assert.Equal(RetryResult.Retried, item.Result));
        Assert.Equal(
            webhooks[1..].Select(webhook => FailureFixtures.IdOf(webhook).ToString()).Order(),
            first.Items.Concat(second.Items).Select(item => item.Id).Order());
        Assert.Equal(9, (await app.Queue.GetStatsAsync()).ReadyNormal);
        Assert.Equal(0, (await retry.RetryAllAsync(FailureFixtures.Filter(Run), null, 5, Somebody, default)).Matched);
    }

    private FakeHandler Handler() => new(attempt => _refuses
        ? WebhookOutcome.Permanent(attempt.Webhook.Id, "no such order")
        : WebhookOutcome.Succeeded(attempt.Webhook.Id));

    private PayshiftApp Create(FakeHandler handler, Action<Dictionary<string, string?>>? settings = null) =>
        new(Services, settings, collection => collection.AddSingleton<IWebhookBatchHandler>(handler));

    private static async Task FailAsync(PayshiftApp app, params Webhook[] webhooks)
    {
        await app.Queue.EnqueueAsync(webhooks);
        Assert.Equal(webhooks.Length, (await app.Drain.ProcessAsync()).Failed);
    }

    private static Task<RetryResult> RetryAsync(PayshiftApp app, Webhook webhook) =>
        app.Services.GetRequiredService<FailureRetry>().RetryAsync(FailureFixtures.IdOf(webhook), Somebody, default);

    private async Task<int> KeysOfTheQueueAsync(string name)
    {
        var count = 0;
        await foreach (var _ in Services.Redis.GetServers()[0].KeysAsync(pattern: $"payshift:*:{name}"))
        {
            count++;
        }

        return count;
    }
}
