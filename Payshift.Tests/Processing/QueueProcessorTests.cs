using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Payshift.Core.Processing;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Processing;

[Collection(ServicesCollection.Name)]
public sealed class QueueProcessorTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Everything_that_waits_is_handled_once_recorded_and_leaves_the_queue()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler);
        var webhooks = SampleWebhooks.Many(130, Run);
        await app.Queue.EnqueueAsync(webhooks);

        var summary = await app.Drain.ProcessAsync();

        Assert.Equal((130, 0, 0, QueueRunEnd.Empty), (summary.Processed, summary.Retried, summary.Failed, summary.End));
        Assert.Equal(webhooks.Select(webhook => webhook.Id).Order(), handler.Attempts.Select(attempt => attempt.Webhook.Id).Order());
        foreach (var webhook in webhooks)
        {
            var record = Assert.Single(await app.FindPaymentAsync(webhook.PaymentReference, default));
            Assert.Equal(
                (webhook.EventId, ResultRecord.Processed, 1, webhook.EventTime, webhook.ReceivedAt, 1050L, "EUR", 2),
                (record.EventId, record.Outcome, record.Attempts, record.EventTime, record.ReceivedAt, record.AmountMinor, record.Currency, record.AmountExponent));
        }

        var stats = await app.Queue.GetStatsAsync();
        Assert.Equal((0, 0, 0, 130), (stats.ReadyNormal, stats.InFlight, stats.Scheduled, stats.Counters.Processed));
    }

    [Fact]
    public async Task A_batch_is_grouped_by_payment_method()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler);
        await app.Queue.EnqueueAsync([.. SampleWebhooks.Many(12, Run).Select((webhook, index) => webhook with { PaymentMethod = index % 2 == 0 ? "card" : "bank" })]);

        await app.Drain.ProcessAsync(batchSize: 12);

        Assert.All(handler.Groups, group => Assert.All(group.Attempts, attempt => Assert.Equal(group.PaymentMethod, attempt.Webhook.PaymentMethod)));
        Assert.Equal(6, handler.Groups.Where(group => group.PaymentMethod == "bank").Sum(group => group.Attempts.Count));
    }

    [Fact]
    public async Task A_transient_failure_is_tried_again_and_its_neighbours_are_not()
    {
        var handler = new FakeHandler(attempt => attempt is { Number: 1, Webhook.EventId: var id } && id.EndsWith("_3", StringComparison.Ordinal)
            ? WebhookOutcome.Transient(attempt.Webhook.Id, "bank is busy")
            : WebhookOutcome.Succeeded(attempt.Webhook.Id));
        await using var app = Create(handler);
        var webhooks = SampleWebhooks.Many(5, Run);
        await app.Queue.EnqueueAsync(webhooks);

        var first = await app.Drain.ProcessAsync(maxBatches: 1);
        Assert.Equal((4, 1, 0), (first.Processed, first.Retried, first.Failed));
        await DrainUntilAsync(app, processed: 5);

        Assert.Equal(6, handler.Attempts.Count());
        Assert.Equal(2, Assert.Single(await app.FindPaymentAsync(webhooks[3].PaymentReference, default)).Attempts);
    }

    [Fact]
    public async Task What_a_later_version_wrote_goes_back_unharmed_and_uncharged_and_is_handled_by_a_worker_that_can_read_it()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler, values => values["Payshift:Redis:Partitions"] = "1");
        var webhooks = SampleWebhooks.Many(3, Run);
        await app.Queue.EnqueueAsync(webhooks);
        var readable = await LaterVersion.ReadAsync(Services, webhooks[1]);
        var written = await LaterVersion.WriteAsync(Services, webhooks[1]);

        for (var round = 0; round < 3; round++)
        {
            var summary = await app.Drain.ProcessAsync();
            Assert.Equal((round == 0 ? 2 : 0, 0, 0, QueueRunEnd.Empty), (summary.Processed, summary.Retried, summary.Failed, summary.End));
            Assert.Equal(written, await LaterVersion.ReadAsync(Services, webhooks[1]));
            Assert.Equal((0, 0, 1), (await app.Queue.GetStatsAsync()) is var stats ? (stats.ReadyNormal, stats.InFlight, stats.Scheduled) : default);
            await LaterVersion.EndDelaysAsync(Services);
        }

        Assert.Empty(await app.FindPaymentAsync(webhooks[1].PaymentReference, default));
        // The worker that comes now is of that version.
        await LaterVersion.WriteAsync(Services, webhooks[1], readable!);
        Assert.Equal(1, (await app.Drain.ProcessAsync()).Processed);
        Assert.Equal(1, handler.Attempts.Single(attempt => attempt.Webhook.Id == webhooks[1].Id).Number);
    }

    [Fact]
    public async Task A_worker_that_dies_with_what_a_later_version_wrote_makes_no_failure_of_it()
    {
        await using var app = Create(new FakeHandler(), values =>
        {
            values["Payshift:Redis:Partitions"] = "1";
            values["Payshift:Processing:MaxCrashes"] = "1";
        });
        var webhook = SampleWebhooks.Create(Run);
        await app.Queue.EnqueueAsync([webhook]);
        var written = await LaterVersion.WriteAsync(Services, webhook);
        await app.Queue.LeaseAsync(1);
        await Leases.EndAllAsync(Services);

        Assert.Equal(0, (await app.Drain.ProcessAsync()).Failed);
        Assert.Equal(written, await LaterVersion.ReadAsync(Services, webhook));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("\u0004damaged")]
    [InlineData("\u0005")]
    [InlineData("\u0005damaged")]
    public async Task A_damaged_envelope_is_kept_as_a_failure_with_its_bytes(string envelope)
    {
        await using var app = Create(new FakeHandler(), values => values["Payshift:Redis:Partitions"] = "1");
        var webhook = SampleWebhooks.Create(Run);
        await app.Queue.EnqueueAsync([webhook]);
        await LaterVersion.WriteAsync(Services, webhook, Encoding.UTF8.GetBytes(envelope));

        Assert.Equal(1, (await app.Drain.ProcessAsync()).Failed);

        Assert.Null(await LaterVersion.ReadAsync(Services, webhook));
        var table = new TableClient(Services.TablesConnectionString, TableNames.Failures);
        var row = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"EventId eq {webhook.Id.ToString()}")).SingleAsync();
        Assert.Equal(envelope, Encoding.UTF8.GetString(FailureEntity.ToFailure(row).Webhook.Payload.Span));
    }

    [Fact]
    public async Task A_webhook_that_fails_every_attempt_is_kept_as_a_failure_with_every_error_and_its_payload()
    {
        var handler = new FakeHandler(attempt => WebhookOutcome.Transient(attempt.Webhook.Id, $"refused, attempt {attempt.Number}, card 4242 4242 4242 4242"));
        await using var app = Create(handler, values => values["Payshift:Retry:MaxAttempts"] = "3");
        var webhook = SampleWebhooks.Create(Run + "_doomed", payload: "{\"big\":\"" + new string('x', 200_000) + Guid.NewGuid() + "\"}");
        await app.Queue.EnqueueAsync([webhook]);

        await Eventually.TrueAsync(async () => (await app.Drain.ProcessAsync()).Failed == 1, Soon, "the webhook failed for good");

        Assert.Equal(3, handler.Attempts.Count());
        var record = Assert.Single(await app.FindPaymentAsync(webhook.PaymentReference, default));
        Assert.Equal((ResultRecord.Failed, 3), (record.Outcome, record.Attempts));
        var row = await FindFailureAsync(webhook);
        Assert.Equal("Gave up after 3 attempts: refused, attempt 3, card ****4242", row.GetString("Reason"));
        Assert.Equal(3, row.GetString("Errors").Split('\n').Length);
        Assert.DoesNotContain("4242 4242", row.GetString("Errors"), StringComparison.Ordinal);
        Assert.Equal(webhook.Payload.ToArray(), PayloadOf(row));
        Assert.Equal(1, (await app.Queue.GetStatsAsync()).Counters.Failed);
    }

    [Fact]
    public async Task A_permanent_failure_is_not_tried_again()
    {
        var handler = new FakeHandler(attempt => WebhookOutcome.Permanent(attempt.Webhook.Id, "no such order"));
        await using var app = Create(handler);
        await app.Queue.EnqueueAsync([SampleWebhooks.Create(Run)]);

        Assert.Equal(1, (await app.Drain.ProcessAsync()).Failed);
        Assert.Single(handler.Attempts);
    }

    [Fact]
    public async Task When_the_handler_throws_only_the_webhook_that_makes_it_throw_fails()
    {
        var handler = new FakeHandler(attempt => attempt.Webhook.EventId.EndsWith("_2", StringComparison.Ordinal)
            ? throw new InvalidOperationException("cannot read order")
            : WebhookOutcome.Succeeded(attempt.Webhook.Id));
        await using var app = Create(handler, values => values["Payshift:Retry:MaxAttempts"] = "1");
        var webhooks = SampleWebhooks.Many(6, Run);
        await app.Queue.EnqueueAsync(webhooks);

        var summary = await app.Drain.ProcessAsync();

        Assert.Equal((5, 0, 1), (summary.Processed, summary.Retried, summary.Failed));
        Assert.Contains("cannot read order", (await FindFailureAsync(webhooks[2])).GetString("Reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_without_an_outcome_counts_as_failed()
    {
        var handler = new Mock<IWebhookBatchHandler>();
        handler.Setup(it => it.HandleAsync(It.IsAny<WebhookGroup>(), It.IsAny<CancellationToken>())).ReturnsAsync([]);
        await using var app = Create(handler.Object);
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(3, Run));

        Assert.Equal(3, (await app.Drain.ProcessAsync(maxBatches: 1)).Retried);
    }

    [Fact]
    public async Task A_handler_that_never_ends_is_left_when_the_batch_has_no_time()
    {
        var handler = new Mock<IWebhookBatchHandler>();
        handler.Setup(it => it.HandleAsync(It.IsAny<WebhookGroup>(), It.IsAny<CancellationToken>()))
            .Returns(new TaskCompletionSource<IReadOnlyList<WebhookOutcome>>().Task);
        await using var app = Create(handler.Object, values =>
        {
            values["Payshift:Processing:BatchTimeout"] = "00:00:01";
            values["Payshift:Retry:BaseDelay"] = "01:00:00";
            values["Payshift:Retry:MaxDelay"] = "01:00:00";
        });
        await app.Queue.EnqueueAsync([SampleWebhooks.Create(Run)]);

        Assert.Equal(1, (await app.Drain.ProcessAsync()).Retried);
    }

    [Fact]
    public async Task A_webhook_that_kills_its_worker_three_times_is_a_permanent_failure_and_its_neighbours_are_not()
    {
        var webhooks = SampleWebhooks.Many(6, Run);
        var poison = webhooks[4];
        var died = new List<int>();
        while (true)
        {
            // A worker that dies leaves its leases; here it just never returns.
            var dying = new TaskCompletionSource();
            var handler = new Mock<IWebhookBatchHandler>();
            handler.Setup(it => it.HandleAsync(It.IsAny<WebhookGroup>(), It.IsAny<CancellationToken>()))
                .Returns(async (WebhookGroup group, CancellationToken _) =>
                {
                    if (group.Attempts.Any(attempt => attempt.Webhook.Id == poison.Id))
                    {
                        dying.SetResult();
                        await new TaskCompletionSource().Task;
                    }

                    return [.. group.Attempts.Select(attempt => WebhookOutcome.Succeeded(attempt.Webhook.Id))];
                });
            var worker = Create(handler.Object, values =>
            {
                values["Payshift:Redis:Partitions"] = "1";
                values["Payshift:Processing:Concurrency"] = "1";
            });
            await worker.Queue.EnqueueAsync(webhooks);
            var drain = worker.Drain.ProcessAsync();
            if (await Task.WhenAny(drain, dying.Task) == drain)
            {
                var summary = await drain;
                Assert.Equal(1, summary.Failed);
                await worker.DisposeAsync();
                break;
            }

            died.Add(died.Count + 1);
            await Leases.EndAllAsync(Services);
        }

        Assert.Equal([1, 2, 3], died);
        await using var app = Create(new FakeHandler());
        foreach (var webhook in webhooks)
        {
            var expected = webhook == poison ? ResultRecord.Failed : ResultRecord.Processed;
            Assert.Equal(expected, Assert.Single(await app.FindPaymentAsync(webhook.PaymentReference, default)).Outcome);
        }

        Assert.Equal("3 workers died while they held this webhook.", (await FindFailureAsync(poison)).GetString("Reason"));
    }

    [Fact]
    public async Task What_a_dead_worker_had_recorded_is_not_handled_again()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler, values => values["Payshift:Redis:Partitions"] = "1");
        var webhook = SampleWebhooks.Create(Run);
        await app.Queue.EnqueueAsync([webhook]);
        await app.Queue.LeaseAsync(1);
        await app.Services.GetRequiredService<IResultTable>().RecordAsync(
            [new ResultRecord(webhook, ResultRecord.Processed, null, 1, DateTimeOffset.UtcNow, "dead")], default);
        await Leases.EndAllAsync(Services);

        Assert.Equal(1, (await app.Drain.ProcessAsync()).Processed);
        Assert.Empty(handler.Attempts);
        Assert.Equal("dead", Assert.Single(await app.FindPaymentAsync(webhook.PaymentReference, default)).BatchId);
    }

    [Fact]
    public async Task A_result_is_recorded_only_when_its_failure_is()
    {
        var (handler, webhook) = (new FakeHandler(attempt => WebhookOutcome.Permanent(attempt.Webhook.Id, "no such order")), SampleWebhooks.Create(Run));
        var failures = new Mock<IFailureTable>();
        failures.Setup(store => store.RecordAsync(It.IsAny<IReadOnlyList<FailureRecord>>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StorageUnavailableException("The table does not answer.", new IOException()));
        await using (var cutOff = Create(handler, configure: collection => collection.AddSingleton(failures.Object)))
        {
            await cutOff.Queue.EnqueueAsync([webhook]);
            Assert.Equal(QueueRunEnd.Unavailable, (await cutOff.Drain.ProcessAsync()).End);
            Assert.Empty(await cutOff.FindPaymentAsync(webhook.PaymentReference, default));
        }

        await using var app = Create(handler);
        Assert.Equal(1, (await app.Drain.ProcessAsync()).Failed);
        Assert.Equal("no such order", (await FindFailureAsync(webhook)).GetString("Reason"));
    }

    [Fact]
    public async Task When_table_storage_is_away_webhooks_wait_and_none_is_failed_for_it()
    {
        await using (var cutOff = Create(new FakeHandler(), values => values["Payshift:Tables:ConnectionString"] =
            Services.AwayTablesConnectionString))
        {
            await cutOff.Queue.EnqueueAsync(SampleWebhooks.Many(10, Run));
            var summary = await cutOff.Drain.ProcessAsync();

            Assert.Equal((0, 0, 0, QueueRunEnd.Unavailable), (summary.Processed, summary.Retried, summary.Failed, summary.End));
            var stats = await cutOff.Queue.GetStatsAsync();
            Assert.Equal((10, 0, 0), (stats.ReadyNormal, stats.InFlight, stats.Scheduled));
        }

        var handler = new FakeHandler();
        await using var app = Create(handler);
        Assert.Equal(10, (await app.Drain.ProcessAsync()).Processed);
        Assert.All(handler.Attempts, attempt => Assert.Equal(1, attempt.Number));
    }

    [Fact]
    public async Task A_drain_ends_with_its_time_budget()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var handler = new FakeHandler(attempt =>
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            return WebhookOutcome.Succeeded(attempt.Webhook.Id);
        });
        await using var app = Create(
            handler,
            values =>
            {
                values["Payshift:Processing:Concurrency"] = "1";
                values["Payshift:Processing:BatchSize"] = "1";
            },
            collection => collection.AddSingleton<TimeProvider>(clock));
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(5, Run));

        var summary = await app.Drain.ProcessAsync();

        Assert.Equal((2, 2, QueueRunEnd.TimeBudget), (summary.Batches, summary.Processed, summary.End));
        Assert.Equal(3, (await app.Queue.GetStatsAsync()).ReadyNormal);
    }

    [Fact]
    public async Task A_cancelled_drain_finishes_the_batch_at_hand_and_takes_no_other()
    {
        using var cancellation = new CancellationTokenSource();
        var handler = new FakeHandler(attempt =>
        {
            cancellation.Cancel();
            return WebhookOutcome.Succeeded(attempt.Webhook.Id);
        });
        await using var app = Create(handler, values => values["Payshift:Processing:Concurrency"] = "1");
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(5, Run));

        var summary = await app.Drain.ProcessAsync(batchSize: 2, cancellationToken: cancellation.Token);

        Assert.Equal((2, QueueRunEnd.Canceled), (summary.Processed, summary.End));
        var stats = await app.Queue.GetStatsAsync();
        Assert.Equal((3, 0), (stats.ReadyNormal, stats.InFlight));
    }

    [Fact]
    public async Task A_limit_of_batches_is_kept()
    {
        await using var app = Create(new FakeHandler());
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(50, Run));

        var summary = await app.Drain.ProcessAsync(batchSize: 5, maxBatches: 3);

        Assert.Equal((3, 15, QueueRunEnd.BatchLimit), (summary.Batches, summary.Processed, summary.End));
    }

    [Fact]
    public async Task A_batch_leaves_a_row_with_its_counts()
    {
        await using var app = Create(new FakeHandler(attempt => attempt.Webhook.PaymentMethod == "bank"
            ? WebhookOutcome.Permanent(attempt.Webhook.Id, "closed")
            : WebhookOutcome.Succeeded(attempt.Webhook.Id)));
        var before = (await AllBatchesAsync()).Select(row => row.RowKey).ToHashSet();
        await app.Queue.EnqueueAsync([.. SampleWebhooks.Many(9, Run).Select((webhook, index) => webhook with { PaymentMethod = index < 4 ? "bank" : "card" })]);

        await app.Drain.ProcessAsync(batchSize: 20);

        var rows = (await AllBatchesAsync()).Where(row => !before.Contains(row.RowKey)).ToArray();
        Assert.Equal((5, 0, 4), (Sum("Processed"), Sum("Retried"), Sum("Failed")));
        Assert.All(rows, row => Assert.True(row.GetDouble("ElapsedMs") > 0));

        int Sum(string column) => rows.Sum(row => row.GetInt32(column).GetValueOrDefault());
    }

    [Fact]
    public async Task A_batch_whose_webhooks_all_wait_for_their_provider_leaves_no_row()
    {
        await using var app = Create(new FakeHandler());
        var before = (await AllBatchesAsync()).Count;
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(3, Run));
        await app.Services.GetRequiredService<IQueuePauses>().PauseAsync("stripe");

        Assert.NotEqual(0, (await app.Drain.ProcessAsync()).Batches);

        Assert.Equal(before, (await AllBatchesAsync()).Count);
    }

    private PayshiftApp Create(
        IWebhookBatchHandler handler, Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? configure = null) =>
        new(Services, settings, collection =>
        {
            collection.AddSingleton(handler);
            configure?.Invoke(collection);
        });

    private static Task DrainUntilAsync(PayshiftApp app, int processed) => Eventually.TrueAsync(async () =>
    {
        await app.Drain.ProcessAsync();
        return (await app.Queue.GetStatsAsync()).Counters.Processed == processed;
    }, Soon, $"{processed} webhooks are processed");

    private async Task<TableEntity> FindFailureAsync(Webhook webhook)
    {
        var table = new TableClient(Services.TablesConnectionString, TableNames.Failures);
        return await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"EventId eq {webhook.EventId}")).SingleAsync();
    }

    private async Task<IReadOnlyList<TableEntity>> AllBatchesAsync()
    {
        var table = new TableClient(Services.TablesConnectionString, TableNames.Batches);
        await table.CreateIfNotExistsAsync();
        return await table.QueryAsync<TableEntity>().ToListAsync();
    }

    private static byte[] PayloadOf(TableEntity row)
    {
        var compressed = Enumerable.Range(0, 16).Select(part => row.GetBinary($"Payload{part}")).OfType<byte[]>().SelectMany(part => part).ToArray();
        var payload = new byte[row.GetInt32("PayloadLength").GetValueOrDefault()];
        Assert.True(System.IO.Compression.BrotliDecoder.TryDecompress(compressed, payload, out var length));
        Assert.Equal(payload.Length, length);
        return payload;
    }
}
