namespace Payshift.Tests.Queue;

/// <summary>How long a lease lasts.</summary>
public abstract class QueueLeasesTests(IRedisServers services) : QueueSuite(services)
{
    private readonly IRedisServers _services = services;

    [Fact]
    public async Task A_renewed_lease_outlasts_its_duration()
    {
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { LeaseDuration = TimeSpan.FromMinutes(5) });
        await queue.EnqueueAsync(SampleWebhooks.Many(2));
        var leased = await queue.LeaseAsync(2);

        await AgeAsync(leased, TimeSpan.FromMinutes(4));
        Assert.Equal([true], await queue.RenewAsync([leased[0].Lease]));
        await AgeAsync(leased, TimeSpan.FromMinutes(4));
        Assert.Equal(1, (await queue.RecoverAsync(default)).Reclaimed);

        Assert.Equal(["evt_1"], Ids(await queue.LeaseAsync(10)));
        Assert.Equal([true], await queue.SettleAsync([new Settlement(leased[0].Lease, SettlementKind.Complete)]));
    }

    [Fact]
    public async Task A_lease_that_another_worker_holds_by_now_is_not_renewed()
    {
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { LeaseDuration = TimeSpan.FromMilliseconds(20) });
        await queue.EnqueueAsync(SampleWebhooks.Many(1));
        var stale = Assert.Single(await queue.LeaseAsync(1));
        await Eventually.TrueAsync(async () => (await queue.LeaseAsync(1)).Count == 1, Soon, "another worker holds it");

        Assert.Equal([false], await queue.RenewAsync([stale.Lease]));
    }

    [Fact]
    public async Task A_retry_remembers_how_long_it_waited()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync(SampleWebhooks.Many(1));
        var delay = TimeSpan.Zero;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            LeasedWebhook? leased = null;
            await Eventually.TrueAsync(async () => (leased = (await queue.LeaseAsync(1)).SingleOrDefault()) is not null, Soon, "the next attempt");
            Assert.Equal(delay, leased!.LastDelay);
            delay = TimeSpan.FromMilliseconds(10 * attempt);
            await queue.SettleAsync([new Settlement(leased.Lease, SettlementKind.Retry, delay, new AttemptError(attempt, DateTimeOffset.UnixEpoch, "busy"))]);
        }
    }

    [Fact]
    public async Task After_the_first_crash_only_a_worker_that_dies_with_it_alone_counts()
    {
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { LeaseDuration = TimeSpan.FromMilliseconds(20) });
        await queue.EnqueueAsync(SampleWebhooks.Many(2));
        var crashes = new List<(int Suspect, int Neighbour)>();
        for (var death = 0; death < 4; death++)
        {
            var leased = new List<LeasedWebhook>();
            await Eventually.TrueAsync(async () =>
            {
                // Both from one call, or a lease of 20 ms ends between them.
                leased = [.. await queue.LeaseAsync(2)];
                return leased.Count == 2;
            }, Soon, "the dead worker's webhooks are leased again");
            crashes.Add((leased[0].Crashes, leased[1].Crashes));
            await queue.QuarantineAsync(leased[0].Lease);
        }

        Assert.All(crashes, counted => Assert.InRange(counted.Neighbour, 0, 1));
        Assert.True(crashes[^1].Suspect > crashes[^1].Neighbour);
    }

    [Fact]
    public async Task A_webhook_that_another_worker_holds_by_now_cannot_be_handled_alone()
    {
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { LeaseDuration = TimeSpan.FromMilliseconds(20) });
        await queue.EnqueueAsync(SampleWebhooks.Many(1));
        var stale = Assert.Single(await queue.LeaseAsync(1));
        await Eventually.TrueAsync(async () => (await queue.LeaseAsync(1)).Count == 1, Soon, "another worker holds it");

        Assert.False(await queue.QuarantineAsync(stale.Lease));
    }

    [Theory]
    [InlineData(SettlementKind.Complete)]
    [InlineData(SettlementKind.Abandon)]
    public async Task A_worker_that_lives_takes_back_what_its_ended_lease_was_counted_as(SettlementKind verdict)
    {
        var queue = CreateQueue(partitions: 1, options: new QueueOptions { LeaseDuration = TimeSpan.FromMilliseconds(200) });
        await queue.EnqueueAsync(SampleWebhooks.Many(1));
        var cutOff = Assert.Single(await queue.LeaseAsync(1));
        await Eventually.TrueAsync(async () => (await queue.RecoverAsync(default)).Reclaimed == 1, Soon, "the lease ended");

        Assert.Equal([false], await queue.SettleAsync([new Settlement(cutOff.Lease, verdict)]));
        Assert.Equal([false], await queue.SettleAsync([new Settlement(cutOff.Lease, verdict)]));

        Assert.Equal(0, Assert.Single(await queue.LeaseAsync(1)).Crashes);
    }

    /// <summary>As if so much time had passed since the leases began.</summary>
    private async Task AgeAsync(IEnumerable<LeasedWebhook> leased, TimeSpan age)
    {
        foreach (var webhook in leased)
        {
            await _services.Redis.GetDatabase().SortedSetDecrementAsync("payshift:{0}:inflight", webhook.Lease.Id.ToByteArray(), age.TotalMilliseconds);
        }
    }
}
