namespace Payshift.Tests.Queue;

/// <summary>Who is leased first, and that nobody waits for good.</summary>
public abstract class QueueOrderTests(IRedisServers services) : QueueSuite(services)
{
    [Fact]
    public async Task A_share_of_each_batch_is_kept_for_lower_priorities_who_waited_longest_first()
    {
        var queue = CreateQueue(partitions: 1);
        await EnqueueAsync(queue, "low", WebhookPriority.Low, 5);
        await EnqueueAsync(queue, "normal", WebhookPriority.Normal, 5);
        await EnqueueAsync(queue, "high", WebhookPriority.High, 50);

        Assert.Equal([.. Names("high", 0, 18), .. Names("low", 0, 2)], Ids(await queue.LeaseAsync(20)));
        Assert.Equal([.. Names("high", 18, 18), .. Names("low", 2, 2)], Ids(await queue.LeaseAsync(20)));
        Assert.Equal([.. Names("high", 36, 14), .. Names("normal", 0, 4), "low_4", "normal_4"], Ids(await queue.LeaseAsync(20)));
    }

    [Fact]
    public async Task Batches_too_small_for_a_share_add_theirs_up()
    {
        var queue = CreateQueue(partitions: 1);
        await EnqueueAsync(queue, "low", WebhookPriority.Low, 2);
        await EnqueueAsync(queue, "high", WebhookPriority.High, 40);

        var order = new List<string>();
        for (var batch = 0; batch < 20; batch++)
        {
            order.AddRange(Ids(await queue.LeaseAsync(1)));
        }

        Assert.Equal(2, order.Count(id => id.StartsWith("low", StringComparison.Ordinal)));
        Assert.InRange(order.IndexOf("low_0"), 8, 10);
    }

    [Fact]
    public async Task A_share_of_nothing_is_strict_order()
    {
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { LowerPriorityShare = 0 });
        await EnqueueAsync(queue, "low", WebhookPriority.Low, 5);
        await EnqueueAsync(queue, "high", WebhookPriority.High, 50);

        Assert.Equal(Names("high", 0, 50), Ids(await queue.LeaseAsync(50)));
    }

    [Fact]
    public async Task What_lies_in_another_partition_than_the_flood_gets_its_share_too()
    {
        var queue = CreateQueue(partitions: 16);
        var flooded = PaymentReference.Slot("flood", 16);
        var reference = Enumerable.Range(0, 100).Select(number => $"quiet_{number}").First(quiet => PaymentReference.Slot(quiet, 16) != flooded);
        await queue.EnqueueAsync([SampleWebhooks.Create("low", WebhookPriority.Low, reference: reference)]);
        await queue.EnqueueAsync([.. Enumerable.Range(0, 100).Select(number => SampleWebhooks.Create($"high_{number}", WebhookPriority.High, reference: "flood"))]);

        Assert.Equal([.. Names("high", 0, 9), "low"], Ids(await queue.LeaseAsync(10)));
        Assert.Equal(Names("high", 9, 10), Ids(await queue.LeaseAsync(10)));
    }

    [Fact]
    public async Task A_flood_of_normal_webhooks_does_not_stop_low_ones()
    {
        var queue = CreateQueue(partitions: 1);
        await EnqueueAsync(queue, "low", WebhookPriority.Low, 1);
        await EnqueueAsync(queue, "normal", WebhookPriority.Normal, 50);

        Assert.Equal("low_0", Ids(await queue.LeaseAsync(10)).Last());
    }

    [Fact]
    public async Task What_another_process_enqueued_with_higher_priority_goes_first_soon()
    {
        var worker = CreateQueue(partitions: 8);
        var receiver = CreateQueue(partitions: 8);
        await EnqueueAsync(receiver, "low", WebhookPriority.Low, 400);
        await worker.LeaseAsync(1);
        await EnqueueAsync(receiver, "high", WebhookPriority.High, 1);

        var taken = new List<string>();
        await Eventually.TrueAsync(async () =>
        {
            taken.AddRange(Ids(await worker.LeaseAsync(1)));
            return taken.Contains("high_0");
        }, Soon, "the high one is leased");

        Assert.True(taken.Count < 400, "It came after all the low ones.");
    }

    [Fact]
    public async Task Waiting_ends_with_an_arrival_from_another_process()
    {
        var worker = CreateQueue();
        var receiver = CreateQueue();
        Assert.Empty(await worker.LeaseAsync(1));
        // Subscribes.
        await worker.WaitAsync(TimeSpan.FromMilliseconds(1), default);

        var waiting = worker.WaitAsync(TimeSpan.FromMinutes(5), default);
        await receiver.EnqueueAsync(SampleWebhooks.Many(1));

        await waiting.WaitAsync(Soon);
        Assert.Single(await worker.LeaseAsync(1));
    }

    [Fact]
    public async Task Waiting_ends_when_a_retry_is_due()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync(SampleWebhooks.Many(1));
        var leased = Assert.Single(await queue.LeaseAsync(1));
        await queue.SettleAsync([new Settlement(leased.Lease, SettlementKind.Retry, TimeSpan.FromMilliseconds(300), new AttemptError(1, DateTimeOffset.UnixEpoch, "busy"))]);
        Assert.Empty(await queue.LeaseAsync(1));

        IReadOnlyList<LeasedWebhook> again = [];
        for (var look = 0; look < 3 && again.Count == 0; look++)
        {
            await queue.WaitAsync(TimeSpan.FromMinutes(5), default).WaitAsync(Soon);
            again = await queue.LeaseAsync(1);
        }

        Assert.Equal((1, TimeSpan.FromMilliseconds(300)), (Assert.Single(again).Attempts, again[0].LastDelay));
    }

    private static Task<EnqueueResult> EnqueueAsync(RedisWebhookQueue queue, string name, WebhookPriority priority, int count) =>
        queue.EnqueueAsync([.. Enumerable.Range(0, count).Select(number => SampleWebhooks.Create($"{name}_{number}", priority))]);

    private static IEnumerable<string> Names(string name, int from, int count) => Enumerable.Range(from, count).Select(number => $"{name}_{number}");
}
