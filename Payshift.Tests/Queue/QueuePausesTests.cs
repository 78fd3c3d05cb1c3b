namespace Payshift.Tests.Queue;

/// <summary>Pausing and resuming, as every process sees it.</summary>
public abstract class QueuePausesTests(IRedisServers services) : QueueSuite(services)
{
    [Fact]
    public async Task A_paused_queue_gives_nothing_and_takes_all_until_it_is_resumed()
    {
        var queue = CreateQueue();
        var operatorsHand = CreatePauses();
        await queue.EnqueueAsync(SampleWebhooks.Many(3, "before"));

        Assert.True(await operatorsHand.PauseAsync(null));
        Assert.False(await operatorsHand.PauseAsync(null));
        Assert.Equal(new EnqueueResult(3, 0), await queue.EnqueueAsync(SampleWebhooks.Many(3, "after")));
        Assert.Empty(await queue.LeaseAsync(10));
        var state = await operatorsHand.GetAsync();
        Assert.InRange(state.QueueSince!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));

        Assert.True(await operatorsHand.ResumeAsync(null));
        Assert.False(await operatorsHand.ResumeAsync(null));
        var leased = new List<LeasedWebhook>();
        await Eventually.TrueAsync(async () =>
        {
            leased.AddRange(await queue.LeaseAsync(10));
            return leased.Count == 6;
        }, Soon, "all are leased");
    }

    [Fact]
    public async Task A_held_webhook_waits_for_its_provider_and_returns_to_its_place()
    {
        var queue = CreateQueue(partitions: 1);
        var pauses = CreatePauses();
        await pauses.PauseAsync("stripe");
        await queue.EnqueueAsync(SampleWebhooks.Many(3));
        var leased = await queue.LeaseAsync(3);
        Assert.Equal([true, true], await queue.SettleAsync([.. leased.Take(2).Select(Hold)]));

        Assert.Empty(await queue.LeaseAsync(10));
        Assert.Equal(2, (await queue.GetStatsAsync()).Held["stripe"]);
        Assert.Equal(0, (await queue.RecoverAsync(default)).Recovered);

        await pauses.ResumeAsync("stripe");
        var again = new List<LeasedWebhook>();
        await Eventually.TrueAsync(async () =>
        {
            again.AddRange(await queue.LeaseAsync(10));
            return again.Count == 2;
        }, Soon, "the held ones wait again");
        Assert.Equal(["evt_0", "evt_1"], Ids(again));
        Assert.All(again, webhook => Assert.Equal((0, 0), (webhook.Attempts, webhook.Crashes)));
        Assert.Empty((await queue.GetStatsAsync()).Held);
    }

    [Fact]
    public async Task Only_the_resumed_provider_goes_on()
    {
        var queue = CreateQueue(partitions: 2);
        var pauses = CreatePauses();
        await pauses.PauseAsync("stripe");
        await pauses.PauseAsync("adyen");
        await queue.EnqueueAsync(SampleWebhooks.Many(20));
        var leased = await queue.LeaseAsync(20);
        await queue.SettleAsync([.. leased.Select((webhook, index) => Hold(webhook) with { Provider = index % 2 == 0 ? "stripe" : "adyen" })]);

        await pauses.ResumeAsync("adyen");

        var again = new List<LeasedWebhook>();
        await Eventually.TrueAsync(async () =>
        {
            again.AddRange(await queue.LeaseAsync(50));
            return again.Count >= 10;
        }, Soon, "those of one provider wait again");
        Assert.Equal(10, again.Count);
        Assert.Equal(["stripe"], (await queue.GetStatsAsync()).Held.Keys);
    }

    [Fact]
    public async Task An_acknowledgement_that_holds_with_a_stale_token_changes_nothing()
    {
        var queue = CreateQueue(partitions: 1);
        await queue.EnqueueAsync(SampleWebhooks.Many(1));
        var leased = Assert.Single(await queue.LeaseAsync(1));
        await queue.SettleAsync([new Settlement(leased.Lease, SettlementKind.Complete)]);

        Assert.Equal([false], await queue.SettleAsync([Hold(leased)]));
        Assert.Empty((await queue.GetStatsAsync()).Held);
    }

    private static Settlement Hold(LeasedWebhook webhook) => new(webhook.Lease, SettlementKind.Hold, Provider: "stripe");
}
