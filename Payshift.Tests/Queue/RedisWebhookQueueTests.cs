using StackExchange.Redis;

namespace Payshift.Tests.Queue;

/// <summary>What the queue promises, on a single server and on a cluster alike.</summary>
public abstract class RedisWebhookQueueTests(IRedisServers services) : QueueSuite(services)
{
    private const string Seen = "payshift:{0}:seen";

    private readonly IRedisServers _services = services;

    [Fact]
    public async Task A_webhook_is_kept_once_however_often_it_is_delivered()
    {
        var queue = CreateQueue();
        var webhook = SampleWebhooks.Create("evt_1");

        Assert.Equal(new EnqueueResult(1, 0), await queue.EnqueueAsync([webhook]));
        Assert.Equal(new EnqueueResult(0, 1), await queue.EnqueueAsync([webhook]));
        Assert.Equal(new EnqueueResult(0, 2), await queue.EnqueueAsync([webhook, webhook]));

        var leased = Assert.Single(await queue.LeaseAsync(10));
        Assert.Equal(webhook.EventId, leased.Webhook!.EventId);
    }

    [Fact]
    public async Task A_repeat_of_a_half_kept_delivery_adds_only_what_is_missing()
    {
        var queue = CreateQueue();
        var events = SampleWebhooks.Many(5);
        await queue.EnqueueAsync([events[1], events[3]]);

        Assert.Equal(new EnqueueResult(3, 2), await queue.EnqueueAsync(events));
        Assert.Equal(5, (await queue.LeaseAsync(10)).Count);
    }

    [Fact]
    public async Task A_webhook_is_known_after_it_left_the_queue()
    {
        var queue = CreateQueue();
        var webhook = SampleWebhooks.Create("evt_1");
        await queue.EnqueueAsync([webhook]);
        await EndAllAsync(queue, SettlementKind.Complete);

        Assert.Equal(new EnqueueResult(0, 1), await queue.EnqueueAsync([webhook]));
        Assert.Empty(await queue.LeaseAsync(10));
    }

    [Fact]
    public async Task A_webhook_is_forgotten_after_the_deduplication_window()
    {
        var queue = CreateQueue(options: new QueueOptions { DeduplicationWindow = TimeSpan.FromMilliseconds(30) });
        var webhook = SampleWebhooks.Create("evt_1");
        await queue.EnqueueAsync([webhook]);
        await EndAllAsync(queue, SettlementKind.Complete);

        await Eventually.TrueAsync(async () =>
        {
            await queue.RecoverAsync(default);
            return (await queue.EnqueueAsync([webhook])).Kept == 1;
        }, Soon, "the webhook is new again");
    }

    [Fact]
    public async Task A_webhook_is_known_for_its_whole_window_while_others_come()
    {
        var window = TimeSpan.FromHours(1);
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { DeduplicationWindow = window });
        await queue.EnqueueAsync([SampleWebhooks.Create("evt_1")]);
        await EndAllAsync(queue, SettlementKind.Complete);
        var known = TimeSpan.Zero;
        var sets = 0L;
        for (var age = window / 10; age < 3 * window; age += window / 10)
        {
            await AgeKnownAsync(window / 10);
            await queue.EnqueueAsync([SampleWebhooks.Create($"other_{age}")]);
            await EndAllAsync(queue, SettlementKind.Complete);
            await queue.RecoverAsync(default);
            if ((await queue.EnqueueAsync([SampleWebhooks.Create("evt_1")])).Kept == 1)
            {
                break;
            }

            known = age;
            sets = Math.Max(sets, await _services.Redis.GetDatabase().SortedSetLengthAsync(Seen));
        }

        Assert.InRange(known, window, 2 * window);
        Assert.InRange(sets, 2, 4);
    }

    [Fact]
    public async Task A_waiting_webhook_is_known_even_past_the_deduplication_window()
    {
        var queue = CreateQueue(options: new QueueOptions { DeduplicationWindow = TimeSpan.FromMilliseconds(1) });
        var webhook = SampleWebhooks.Create("evt_1");
        await queue.EnqueueAsync([webhook]);

        await Eventually.TrueAsync(async () => (await queue.RecoverAsync(default)).Forgotten == 1, Soon, "the entry is forgotten");
        Assert.Equal(new EnqueueResult(0, 1), await queue.EnqueueAsync([webhook]));
        Assert.Single(await queue.LeaseAsync(10));
    }

    [Fact]
    public async Task Higher_priority_comes_first_and_within_a_priority_who_came_first()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync([SampleWebhooks.Create("low", WebhookPriority.Low)]);
        await queue.EnqueueAsync([SampleWebhooks.Create("normal", WebhookPriority.Normal)]);
        await queue.EnqueueAsync([SampleWebhooks.Create("high 1", WebhookPriority.High)]);
        await queue.EnqueueAsync([SampleWebhooks.Create("high 2", WebhookPriority.High), SampleWebhooks.Create("high 3", WebhookPriority.High)]);

        Assert.Equal(["high 1", "high 2"], Ids(await queue.LeaseAsync(2)));
        Assert.Equal(["high 3", "normal", "low"], Ids(await queue.LeaseAsync(10)));
    }

    [Fact]
    public async Task The_partition_with_the_foremost_webhook_gives_first()
    {
        var queue = CreateQueue(partitions: 16);
        await queue.EnqueueAsync([.. SampleWebhooks.Many(40).Select(webhook => webhook with { Priority = WebhookPriority.Low })]);
        await queue.EnqueueAsync([SampleWebhooks.Create("urgent", WebhookPriority.High)]);

        var leased = await queue.LeaseAsync(1);
        Assert.Equal(["urgent"], Ids(leased));
        Assert.Equal(40, (await queue.LeaseAsync(100)).Count);
    }

    [Fact]
    public async Task Many_workers_never_hold_the_same_webhook()
    {
        var queue = CreateQueue();
        foreach (var chunk in SampleWebhooks.Many(2000).Chunk(200))
        {
            await queue.EnqueueAsync(chunk);
        }

        var held = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            var worker = CreateQueue();
            var mine = new List<string>();
            while (await worker.LeaseAsync(30) is { Count: > 0 } leased)
            {
                mine.AddRange(Ids(leased));
            }

            return mine;
        }));

        var all = held.SelectMany(ids => ids).ToArray();
        Assert.Equal(2000, all.Length);
        Assert.Equal(2000, all.Distinct().Count());
    }

    [Fact]
    public async Task An_ended_lease_brings_the_webhook_back_to_its_place_and_counts_a_crash()
    {
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { LeaseDuration = TimeSpan.FromMilliseconds(20) });
        await queue.EnqueueAsync([SampleWebhooks.Create("first"), SampleWebhooks.Create("second")]);
        Assert.Equal(["first"], Ids(await queue.LeaseAsync(1)));

        await Eventually.TrueAsync(async () => (await queue.RecoverAsync(default)).Reclaimed == 1, Soon, "the lease ended");

        var leased = await queue.LeaseAsync(2);
        Assert.Equal(["first", "second"], Ids(leased));
        Assert.Equal([1, 0], leased.Select(webhook => webhook.Crashes));
        Assert.All(leased, webhook => Assert.Equal(0, webhook.Attempts));
    }

    [Theory]
    [InlineData(SettlementKind.Complete)]
    [InlineData(SettlementKind.DeadLetter)]
    [InlineData(SettlementKind.Retry)]
    [InlineData(SettlementKind.Abandon)]
    [InlineData(SettlementKind.Defer)]
    public async Task An_acknowledgement_with_a_stale_token_changes_nothing(SettlementKind verdict)
    {
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { LeaseDuration = TimeSpan.FromMilliseconds(20) });
        await queue.EnqueueAsync([SampleWebhooks.Create("evt_1")]);
        var stale = Assert.Single(await queue.LeaseAsync(1));
        LeasedWebhook? fresh = null;
        await Eventually.TrueAsync(async () => (fresh = (await queue.LeaseAsync(1)).SingleOrDefault()) is not null, Soon, "another worker holds it");

        Assert.Equal([false], await queue.SettleAsync([new Settlement(stale.Lease, verdict)]));

        Assert.True(fresh!.Lease.Token > stale.Lease.Token);
        Assert.Equal([true], await queue.SettleAsync([new Settlement(fresh.Lease, SettlementKind.Complete)]));
        Assert.Equal([false], await queue.SettleAsync([new Settlement(fresh.Lease, SettlementKind.Complete)]));
        Assert.Equal(1, (await queue.GetStatsAsync()).Counters.Processed);
    }

    [Fact]
    public async Task A_retry_waits_for_its_time_and_keeps_its_priority_and_its_place()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync([SampleWebhooks.Create("first", WebhookPriority.High), SampleWebhooks.Create("second", WebhookPriority.High)]);
        var first = Assert.Single(await queue.LeaseAsync(1));
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_000);
        await queue.SettleAsync([new Settlement(first.Lease, SettlementKind.Retry, TimeSpan.FromMilliseconds(40), new AttemptError(1, at, "timeout\nof the bank"))]);

        Assert.Equal(1, (await queue.GetStatsAsync()).Scheduled);
        await Eventually.TrueAsync(async () => { await queue.RecoverAsync(default); return (await queue.GetStatsAsync()).Scheduled == 0; }, Soon, "the retry is due");

        var leased = await queue.LeaseAsync(10);
        Assert.Equal(["first", "second"], Ids(leased));
        Assert.Equal(1, leased[0].Attempts);
        Assert.Equal(0, leased[0].Crashes);
        Assert.Equal([new AttemptError(1, at, "timeout of the bank")], leased[0].Errors);
    }

    [Fact]
    public async Task Errors_of_every_attempt_are_kept_in_order()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync([SampleWebhooks.Create("evt_1")]);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var number = attempt;
            await Eventually.TrueAsync(async () =>
            {
                if (await queue.LeaseAsync(1) is not [var leased])
                {
                    return false;
                }

                Assert.Equal(number - 1, leased.Attempts);
                await queue.SettleAsync([new Settlement(leased.Lease, SettlementKind.Retry, TimeSpan.Zero, new AttemptError(number, DateTimeOffset.UnixEpoch, $"error {number}"))]);
                return true;
            }, Soon, "the next attempt");
        }

        LeasedWebhook? last = null;
        await Eventually.TrueAsync(async () => (last = (await queue.LeaseAsync(1)).SingleOrDefault()) is not null, Soon, "the last attempt");
        Assert.Equal(["error 1", "error 2", "error 3"], last!.Errors.Select(error => error.Reason));
    }

    [Fact]
    public async Task A_released_webhook_returns_to_its_place_and_nothing_is_counted()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync([SampleWebhooks.Create("first"), SampleWebhooks.Create("second")]);
        var first = Assert.Single(await queue.LeaseAsync(1));
        await queue.SettleAsync([new Settlement(first.Lease, SettlementKind.Abandon)]);

        var leased = await queue.LeaseAsync(10);
        Assert.Equal(["first", "second"], Ids(leased));
        Assert.All(leased, webhook => Assert.Equal((0, 0), (webhook.Attempts, webhook.Crashes)));
    }

    [Fact]
    public async Task A_postponed_webhook_waits_for_its_time_keeps_its_priority_and_its_place_and_nothing_is_counted()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync([SampleWebhooks.Create("first", WebhookPriority.High), SampleWebhooks.Create("second", WebhookPriority.High)]);
        var first = Assert.Single(await queue.LeaseAsync(1));
        await queue.SettleAsync([new Settlement(first.Lease, SettlementKind.Defer, TimeSpan.FromMilliseconds(300))]);

        Assert.Equal(1, (await queue.GetStatsAsync()).Scheduled);
        Assert.False(await _services.Redis.GetDatabase().KeyExistsAsync("payshift:{0}:errors"));
        await Eventually.TrueAsync(async () => { await queue.RecoverAsync(default); return (await queue.GetStatsAsync()).Scheduled == 0; }, Soon, "the time has come");

        var leased = await queue.LeaseAsync(10);
        Assert.Equal(["first", "second"], Ids(leased));
        Assert.All(leased, webhook => Assert.Equal((0, 0, 0), (webhook.Attempts, webhook.Crashes, webhook.Errors.Count)));
        Assert.Equal(0, (await queue.GetStatsAsync()).Counters.Retried);
    }

    [Fact]
    public async Task A_webhook_in_flight_without_a_lease_is_found_and_waits_again()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync(SampleWebhooks.Many(500));
        var held = await queue.LeaseAsync(300);
        await _services.Redis.GetDatabase().SortedSetRemoveAsync("payshift:{0}:inflight", [.. held.Take(7).Select(webhook => (RedisValue)webhook.Lease.Id.ToByteArray())]);

        Assert.Equal(7, (await queue.RecoverAsync(default)).Recovered);
        Assert.Equal(0, (await queue.RecoverAsync(default)).Recovered);
        Assert.Equal(207, (await queue.LeaseAsync(1000)).Count);
        Assert.All(await queue.SettleAsync([.. held.Take(7).Select(webhook => new Settlement(webhook.Lease, SettlementKind.Complete))]), Assert.False);
    }

    [Fact]
    public async Task A_webhook_whose_envelope_is_lost_or_damaged_is_handed_out_as_lost()
    {
        var queue = CreateQueue(partitions: 1);
        var webhooks = SampleWebhooks.Many(3);
        await queue.EnqueueAsync(webhooks);
        var database = _services.Redis.GetDatabase();
        await database.HashDeleteAsync("payshift:{0}:envelopes", webhooks[0].Id.ToByteArray());
        await database.HashSetAsync("payshift:{0}:envelopes", webhooks[1].Id.ToByteArray(), "nonsense");

        var leased = await queue.LeaseAsync(10);
        Assert.Equal([true, true, false], leased.Select(webhook => webhook.Webhook is null));
        Assert.Equal(webhooks[0].Id, leased[0].Lease.Id);
        Assert.Equal(["", "nonsense", ""], leased.Select(webhook => Encoding.UTF8.GetString(webhook.Unread.Span)));
    }

    [Fact]
    public async Task Only_what_waited_long_enough_is_stale()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync([SampleWebhooks.Create("low", WebhookPriority.Low), SampleWebhooks.Create("high", WebhookPriority.High)]);

        Assert.Empty(await queue.LeaseStaleAsync(10, TimeSpan.FromHours(1)));
        var stale = new List<string>();
        await Eventually.TrueAsync(async () =>
        {
            stale.AddRange(Ids(await queue.LeaseStaleAsync(10, TimeSpan.FromMilliseconds(20))));
            return stale.Count == 2;
        }, Soon, "both are stale");
        Assert.Equal(["high", "low"], stale);
    }

    [Fact]
    public async Task Nothing_is_left_behind_but_what_has_an_owner()
    {
        var queue = CreateQueue();
        await queue.EnqueueAsync(SampleWebhooks.Many(50));
        await EndAllAsync(queue, SettlementKind.Complete);

        var keys = _services.Keys();
        Assert.Equal(["counters", "seen", "token"], keys.Select(key => key.ToString().Split(':')[2]).Distinct().Order());
        foreach (var set in keys.Where(key => key.ToString().Split(':').Length > 3))
        {
            Assert.True(await _services.Redis.GetDatabase().KeyTimeToLiveAsync(set) > TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task Lost_scripts_are_loaded_again_without_an_error()
    {
        var queue = CreateQueue();
        await queue.EnqueueAsync(SampleWebhooks.Many(3));
        await _services.FlushScriptsAsync();

        Assert.Equal(3, (await queue.LeaseAsync(10)).Count);
        await _services.FlushScriptsAsync();
        Assert.Equal(new EnqueueResult(0, 3), await queue.EnqueueAsync(SampleWebhooks.Many(3)));
    }

    [Fact]
    public async Task Stats_count_what_there_is()
    {
        var queue = CreateQueue();
        await queue.EnqueueAsync([.. SampleWebhooks.Many(6).Select((webhook, index) => webhook with { Priority = (WebhookPriority)(index % 3) })]);
        await queue.EnqueueAsync(SampleWebhooks.Many(2));
        await queue.LeaseAsync(1);

        var stats = await queue.GetStatsAsync();
        Assert.Equal((1, 2, 2), (stats.ReadyHigh, stats.ReadyNormal, stats.ReadyLow));
        Assert.Equal((1, 0, 6), (stats.InFlight, stats.Scheduled, stats.Known));
        Assert.InRange(stats.OldestWaiting!.Value, TimeSpan.Zero, Soon);
        Assert.Equal((6, 2), (stats.Counters.Received, stats.Counters.Duplicate));
    }

    [Fact]
    public async Task Redis_out_of_reach_is_said_within_two_seconds()
    {
        await Eventually.FastAsync(async () =>
        {
            var queue = CreateQueue(connectionString: "127.0.0.1:1");
            var started = System.Diagnostics.Stopwatch.GetTimestamp();
            await Assert.ThrowsAsync<QueueUnavailableException>(() => queue.EnqueueAsync(SampleWebhooks.Many(1)));
            return System.Diagnostics.Stopwatch.GetElapsedTime(started);
        }, TimeSpan.FromSeconds(2.5), "Redis is said to be out of reach");
    }

    /// <summary>As if so much time had passed since ids became known.</summary>
    private async Task AgeKnownAsync(TimeSpan age)
    {
        var database = _services.Redis.GetDatabase();
        foreach (var begun in await database.SortedSetRangeByScoreAsync(Seen))
        {
            var earlier = (long)begun - (long)age.TotalMilliseconds;
            await database.KeyRenameAsync($"{Seen}:{begun}", $"{Seen}:{earlier}");
            await database.SortedSetRemoveAsync(Seen, begun);
            await database.SortedSetAddAsync(Seen, earlier, earlier);
        }
    }
}
