using Azure.Data.Tables;
using Payshift.Core.Storage.Inbox;

namespace Payshift.Tests.Storage.Inbox;

[Collection(ServicesCollection.Name)]
public sealed class InboxTableTests(ServicesFixture services) : IAsyncLifetime
{
    private PayshiftApp _app = null!;

    private IInboxTable Inbox => _app.Services.GetRequiredService<IInboxTable>();

    public async Task InitializeAsync()
    {
        await InboxRows.EmptyAsync(services);
        _app = Create();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await InboxRows.EmptyAsync(services);
    }

    [Fact]
    public async Task A_webhook_is_read_as_it_was_written()
    {
        var webhook = SampleWebhooks.Create("evt_1", WebhookPriority.High);
        await Inbox.AddAsync([webhook], default);

        var row = Assert.Single(await Inbox.ReadAsync(10, default));

        Assert.Equal(webhook.ReceivedAt, row.ReceivedAt);
        Assert.Equal(webhook with { Payload = default }, row.Webhook! with { Payload = default });
        Assert.Equal(webhook.Payload.ToArray(), row.Webhook.Payload.ToArray());
    }

    [Fact]
    public async Task The_same_webhook_twice_leaves_one_row()
    {
        var webhook = SampleWebhooks.Create("evt_1");
        await Inbox.AddAsync([webhook, webhook], default);
        await Inbox.AddAsync([webhook], default);
        Assert.Single(await Inbox.ReadAsync(10, default));
    }

    [Fact]
    public async Task Rows_come_by_priority_and_in_order_of_arrival_among_those_of_a_bucket()
    {
        var webhooks = SampleWebhooks.Many(90).Select((webhook, index) => webhook with
        {
            Priority = (WebhookPriority)(index % 3),
            ReceivedAt = webhook.ReceivedAt.AddMilliseconds(-index),
        }).ToArray();
        await Inbox.AddAsync(webhooks, default);

        var read = (await Inbox.ReadAsync(1000, default)).Select(row => row.Webhook!).ToArray();

        Assert.Equal(90, read.Length);
        Assert.Equal(read.Select(webhook => webhook.Priority).Order(), read.Select(webhook => webhook.Priority));
        Assert.All(
            read.GroupBy(webhook => (webhook.Priority, PaymentReference.Slot(webhook.PaymentReference, 4))),
            bucket => Assert.Equal(bucket.OrderBy(webhook => webhook.ReceivedAt), bucket));
        Assert.Equal(read.Take(7), (await Inbox.ReadAsync(7, default)).Select(row => row.Webhook!), (left, right) => left.Id == right.Id);
    }

    [Fact]
    public async Task A_delivery_beyond_the_limits_of_a_transaction_is_written_whole()
    {
        var large = Enumerable.Range(0, 12).Select(number => Large($"large_{number}", 512 * 1024));
        var many = SampleWebhooks.Many(130).Select(webhook => webhook with { PaymentReference = "one bucket" });
        await Inbox.AddAsync([.. large.Select(webhook => webhook with { PaymentReference = "one bucket" }), .. many], default);

        var rows = await Inbox.ReadAsync(1000, default);

        Assert.Equal(142, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.Webhook));
    }

    [Fact]
    public async Task Removing_what_another_instance_removed_in_part_removes_the_rest()
    {
        await Inbox.AddAsync([.. SampleWebhooks.Many(30)], default);
        var rows = await Inbox.ReadAsync(100, default);

        await Inbox.RemoveAsync([.. rows.Where((_, index) => index % 3 == 0)], default);
        await Inbox.RemoveAsync(rows, default);
        await Inbox.RemoveAsync(rows, default);

        Assert.Empty(await Inbox.ReadAsync(100, default));
    }

    [Theory]
    [InlineData("garbage", true)]
    [InlineData("000000000000000|00", true)]
    [InlineData("999999999999999|0123456789abcdef0123456789ab", true)]
    [InlineData("001790000001456|0123456789abcdef0123456789ab", false)]
    public async Task A_row_that_cannot_be_read_says_so_with_what_it_holds(string rowKey, bool withEnvelope)
    {
        var entity = new TableEntity("0-00", rowKey);
        if (withEnvelope)
        {
            entity["Envelope0"] = Encoding.UTF8.GetBytes("nonsense");
        }

        await (await InboxRows.OpenAsync(services)).UpsertEntityAsync(entity);

        var row = Assert.Single(await Inbox.ReadAsync(10, default));

        Assert.Null(row.Webhook);
        Assert.Equal(withEnvelope ? "nonsense" : "", Encoding.UTF8.GetString(row.Envelope.Span));
        Assert.InRange(row.ReceivedAt, DateTimeOffset.UnixEpoch.AddYears(1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private PayshiftApp Create() => new(services);

    private static Webhook Large(string eventId, int length)
    {
        var payload = new byte[length];
        new Random(length).NextBytes(payload);
        return SampleWebhooks.Create(eventId) with { Payload = payload };
    }
}
