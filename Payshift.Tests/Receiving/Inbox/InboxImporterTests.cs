using System.IO.Compression;
using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Payshift.Core.Receiving.Inbox;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Inbox;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Receiving.Inbox;

[Collection(ServicesCollection.Name)]
public sealed class InboxImporterTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await InboxRows.EmptyAsync(Services);
    }

    public override Task DisposeAsync() => InboxRows.EmptyAsync(Services);

    [Fact]
    public async Task Everything_comes_into_the_queue_in_order_of_priority_and_arrival()
    {
        await using var app = Create(settings => settings["Payshift:Redis:Partitions"] = settings["Payshift:Tables:Buckets"] = "1");
        var webhooks = Recent(250).Select((webhook, index) => webhook with { Priority = (WebhookPriority)(index % 3) }).ToArray();
        await Inbox(app).AddAsync(webhooks, default);

        Assert.Equal(new InboxImport(250, 0, 0), await ImportAsync(app));

        Assert.Equal(0, await InboxRows.CountAsync(Services));
        Assert.Equal(
            webhooks.OrderBy(webhook => webhook.Priority).ThenBy(webhook => webhook.ReceivedAt).Select(webhook => webhook.EventId),
            (await app.Queue.LeaseAsync(1000)).Select(leased => leased.Webhook!.EventId));
    }

    [Fact]
    public async Task The_time_of_receipt_is_kept()
    {
        await using var app = Create();
        var webhook = Recent(1)[0];
        await Inbox(app).AddAsync([webhook], default);
        await ImportAsync(app);
        Assert.Equal(webhook.ReceivedAt, Assert.Single(await app.Queue.LeaseAsync(1)).Webhook!.ReceivedAt);
    }

    [Fact]
    public async Task What_the_queue_took_before_the_outage_is_a_duplicate()
    {
        await using var app = Create();
        var webhooks = Recent(5);
        await app.Queue.EnqueueAsync([.. webhooks.Take(2)]);
        await Inbox(app).AddAsync([.. webhooks.Select(webhook => webhook with { ReceivedAt = webhook.ReceivedAt.AddSeconds(1) })], default);

        Assert.Equal(new InboxImport(3, 2, 0), await ImportAsync(app));
        Assert.Equal(5, (await app.Queue.LeaseAsync(100)).Count);
    }

    [Fact]
    public async Task A_crash_before_the_rows_are_removed_brings_nothing_twice()
    {
        await using var app = Create(configure: collection => Decorate(collection, inbox => new CrashingInbox(inbox)));
        await Inbox(app).AddAsync(Recent(20), default);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ImportAsync(app));
        Assert.Equal(20, await InboxRows.CountAsync(Services));
        await EndAllAsync(app, 20);

        Assert.Equal(new InboxImport(0, 20, 0), await ImportAsync(app));
        Assert.Empty(await app.Queue.LeaseAsync(100));
        Assert.Equal(0, await InboxRows.CountAsync(Services));
    }

    [Fact]
    public async Task A_row_that_outlasted_the_queues_memory_takes_no_effect_twice()
    {
        await using var app = Create();
        var old = Recent(30).Select(webhook => webhook with { ReceivedAt = webhook.ReceivedAt.AddDays(-4) }).ToArray();
        await Inbox(app).AddAsync(old, default);
        // The first ten have their result; those in the middle have one under another event time.
        await app.Services.GetRequiredService<IResultTable>().RecordAsync(
            [.. old.Take(20).Select((webhook, index) => new ResultRecord(
                index < 10 ? webhook : webhook with { EventTime = webhook.EventTime.AddHours(-1) }, ResultRecord.Processed, null, 1, DateTimeOffset.UtcNow, "before"))],
            default);

        Assert.Equal(new InboxImport(10, 20, 0), await ImportAsync(app));
        Assert.Equal(
            old.Skip(20).Select(webhook => webhook.Id).Order(),
            (await app.Queue.LeaseAsync(100)).Select(leased => leased.Webhook!.Id).Order());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_kept_as_a_failure_and_holds_nothing_up()
    {
        await using var app = Create();
        var webhooks = Recent(3);
        await Inbox(app).AddAsync(webhooks, default);
        await (await InboxRows.OpenAsync(Services)).UpsertEntityAsync(new TableEntity("0-00", Run) { ["Envelope0"] = Encoding.UTF8.GetBytes("nonsense") });

        Assert.Equal(new InboxImport(3, 0, 1), await ImportAsync(app));

        Assert.Equal(0, await InboxRows.CountAsync(Services));
        var failure = await new TableClient(Services.TablesConnectionString, TableNames.Failures)
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"EventId eq {"0-00|" + Run}")).SingleAsync();
        Assert.Contains("inbox is damaged", failure.GetString("Reason"), StringComparison.Ordinal);
        Assert.Equal("nonsense", Decompress(failure));
    }

    [Fact]
    public async Task Rows_of_a_later_version_stay_for_its_instances_and_end_no_run_in_circles()
    {
        await using var app = Create();
        var webhooks = Recent(3);
        await Inbox(app).AddAsync(webhooks, default);
        var table = await InboxRows.OpenAsync(Services);
        var later = Enumerable.Range(0, ImportLimits.PageSize).Select(number => new TableEntity("0-00", $"{Run}-{number:000}") { ["Envelope0"] = LaterVersion.Envelope() }).ToArray();
        await table.SubmitTransactionAsync(later.Take(90).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));

        Assert.Equal(new InboxImport(3, 0, 0), await ImportAsync(app));
        Assert.Equal(90, await InboxRows.CountAsync(Services));

        await table.SubmitTransactionAsync(later.Skip(90).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        Assert.Equal(new InboxImport(0, 0, 0), await ImportAsync(app));
        Assert.Equal(ImportLimits.PageSize, await InboxRows.CountAsync(Services));
    }

    [Fact]
    public async Task When_the_queue_goes_away_in_the_middle_the_rest_stays_for_the_next_run()
    {
        var calls = 0;
        var queue = new Mock<IWebhookQueue>();
        queue.Setup(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>()))
            .Returns((IReadOnlyList<Webhook> webhooks) => ++calls == 2
                ? Task.FromException<EnqueueResult>(new QueueUnavailableException("away", new TimeoutException()))
                : Task.FromResult(new EnqueueResult(webhooks.Count, 0)));
        await using var app = Create(configure: collection => collection.AddSingleton(queue.Object));
        await Inbox(app).AddAsync(Recent(230), default);

        Assert.Equal(new InboxImport(100, 0, 0), await ImportAsync(app));
        Assert.Equal(130, await InboxRows.CountAsync(Services));
        Assert.Equal(new InboxImport(130, 0, 0), await ImportAsync(app));
    }

    [Fact]
    public async Task Large_webhooks_go_to_the_queue_a_few_at_a_time()
    {
        await using var app = Create();
        var webhooks = Recent(12).Select(webhook => webhook with { Payload = Noise(262_144) }).ToArray();
        await Inbox(app).AddAsync(webhooks, default);

        Assert.Equal(new InboxImport(12, 0, 0), await ImportAsync(app));

        var leased = await app.Queue.LeaseAsync(100);
        Assert.Equal(12, leased.Count);
        Assert.All(leased, webhook => Assert.Equal(webhooks.Single(sent => sent.Id == webhook.Lease.Id).Payload.ToArray(), webhook.Webhook!.Payload.ToArray()));
    }

    [Fact]
    public async Task Two_instances_at_once_bring_everything_once()
    {
        await using var first = Create();
        await using var second = Create();
        await Inbox(first).AddAsync(Recent(450), default);

        var imports = await Task.WhenAll(ImportAsync(first), ImportAsync(second));

        Assert.Equal(450, imports.Sum(import => import.Kept));
        Assert.Equal(450, (await first.Queue.LeaseAsync(1000)).Count);
        Assert.Equal(0, await InboxRows.CountAsync(Services));
    }

    [Fact]
    public async Task An_empty_inbox_costs_one_query()
    {
        var inbox = new Mock<IInboxTable>(MockBehavior.Strict);
        inbox.Setup(it => it.ReadAsync(100, It.IsAny<CancellationToken>())).ReturnsAsync([]);
        await using var app = Create(configure: collection => collection.AddSingleton(inbox.Object));

        await ImportAsync(app);
        await ImportAsync(app);

        inbox.Verify(it => it.ReadAsync(100, It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Fact]
    public async Task An_inbox_that_is_off_is_looked_at_once_an_hour_for_what_was_left()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = Create(
            settings => settings.Remove("Payshift:Receiving:Overflow"),
            collection => collection.AddSingleton<TimeProvider>(clock));
        await Inbox(app).AddAsync(Recent(2), default);
        Assert.Equal(2, (await ImportAsync(app)).Kept);

        await Inbox(app).AddAsync(Recent(4), default);
        Assert.Equal(0, (await ImportAsync(app)).Rows);
        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(new InboxImport(2, 2, 0), await ImportAsync(app));
    }

    [Fact]
    public async Task An_import_ends_with_its_time()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var inbox = new Mock<IInboxTable>();
        IReadOnlyList<InboxRow> page = [.. Recent(100).Select(webhook => new InboxRow("0-00", webhook.EventId, webhook.ReceivedAt, webhook, default))];
        inbox.Setup(it => it.ReadAsync(100, It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            clock.Advance(Limit / 2.5);
            return page;
        });
        await using var app = Create(configure: collection => collection.AddSingleton(inbox.Object).AddSingleton<TimeProvider>(clock));

        Assert.Equal(300, (await ImportAsync(app)).Rows);
    }

    [Fact]
    public async Task An_inbox_out_of_reach_does_not_stop_the_run()
    {
        var inbox = new Mock<IInboxTable>();
        inbox.Setup(it => it.ReadAsync(It.IsAny<int>(), It.IsAny<CancellationToken>())).ThrowsAsync(new StorageUnavailableException("away", new TimeoutException()));
        await using var app = Create(configure: collection => collection.AddSingleton(inbox.Object));
        await app.Queue.EnqueueAsync(Recent(3));

        Assert.Equal(3, (await app.Drain.ProcessAsync()).Processed);
    }

    private PayshiftApp Create(Action<Dictionary<string, string?>>? settings = null, Action<IServiceCollection>? configure = null) => new(
        Services,
        values =>
        {
            values["Payshift:Receiving:Overflow"] = "Table";
            settings?.Invoke(values);
        },
        configure);

    private static IInboxTable Inbox(PayshiftApp app) => app.Services.GetRequiredService<IInboxTable>();

    private static Task<InboxImport> ImportAsync(PayshiftApp app) => app.Services.GetRequiredService<InboxImporter>().ImportAsync(Limit, default);

    private Webhook[] Recent(int count)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()).AddMinutes(-1);
        return [.. SampleWebhooks.Many(count, Run).Select((webhook, index) => webhook with { ReceivedAt = now.AddMilliseconds(index) })];
    }

    private static void Decorate(IServiceCollection collection, Func<IInboxTable, IInboxTable> decorate)
    {
        var inner = collection.Last(service => service.ServiceType == typeof(IInboxTable));
        collection.AddSingleton(provider => decorate((IInboxTable)ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)));
    }

    private static async Task EndAllAsync(PayshiftApp app, int count)
    {
        var leased = await app.Queue.LeaseAsync(1000);
        Assert.Equal(count, leased.Count);
        await app.Queue.SettleAsync([.. leased.Select(webhook => new Settlement(webhook.Lease, SettlementKind.Complete))]);
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        Random.Shared.NextBytes(bytes);
        return bytes;
    }

    private static string Decompress(TableEntity failure)
    {
        var payload = new byte[failure.GetInt32("PayloadLength").GetValueOrDefault()];
        Assert.True(BrotliDecoder.TryDecompress(failure.GetBinary("Payload0"), payload, out _));
        return Encoding.UTF8.GetString(payload);
    }
}
