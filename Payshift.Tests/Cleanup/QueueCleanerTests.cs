using Azure.Data.Tables;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Failures;

namespace Payshift.Tests.Cleanup;

[Collection(ServicesCollection.Name)]
public sealed class QueueCleanerTests(ServicesFixture services) : ServicesTest(services)
{
    [Fact]
    public async Task Nothing_to_do_is_fine()
    {
        await using var app = new PayshiftApp(Services);
        var summary = await app.Cleaner.CleanAsync(default);
        Assert.Equal((0, 0, 0, 0), (summary.Reclaimed, summary.Recovered, summary.Stale, summary.Forgotten));
    }

    [Fact]
    public async Task Ended_leases_and_lease_less_webhooks_wait_again()
    {
        await using var app = new PayshiftApp(Services, values => values["Payshift:Redis:Partitions"] = "1");
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(10, Run));
        var leased = await app.Queue.LeaseAsync(8);
        var database = Services.Redis.GetDatabase();
        foreach (var ended in leased.Take(3))
        {
            await database.SortedSetAddAsync("payshift:{0}:inflight", ended.Lease.Id.ToByteArray(), 0);
        }

        foreach (var leaseless in leased.Skip(3).Take(2))
        {
            await database.SortedSetRemoveAsync("payshift:{0}:inflight", leaseless.Lease.Id.ToByteArray());
        }

        var summary = await app.Cleaner.CleanAsync(default);

        Assert.Equal((3, 2, 0), (summary.Reclaimed, summary.Recovered, summary.Stale));
        var stats = await app.Queue.GetStatsAsync();
        Assert.Equal((7, 3), (stats.ReadyNormal, stats.InFlight));
    }

    [Fact]
    public async Task Stale_webhooks_are_kept_as_failures()
    {
        await using var app = new PayshiftApp(Services, values => values["Payshift:Queue:MaxAge"] = "00:10:00");
        var webhooks = SampleWebhooks.Many(120, Run);
        await app.Queue.EnqueueAsync(webhooks);
        await AgeAsync(TimeSpan.FromMinutes(11));
        await app.Queue.EnqueueAsync([SampleWebhooks.Create(Run + "_fresh")]);

        var summary = await app.Cleaner.CleanAsync(default);

        Assert.Equal(120, summary.Stale);
        var table = new TableClient(Services.TablesConnectionString, TableNames.Failures);
        var rows = await table.QueryAsync<TableEntity>().Where(row => row.GetString("EventId").StartsWith(Run, StringComparison.Ordinal)).ToListAsync();
        Assert.Equal(webhooks.Select(webhook => webhook.EventId).Order(), rows.Select(row => row.GetString("EventId")).Order());
        Assert.All(rows, row => Assert.Equal("It waited longer than 00:10:00 in the queue.", row.GetString("Reason")));
        Assert.Equal(1, (await app.Queue.GetStatsAsync()).ReadyNormal);
        Assert.Equal(0, (await app.Cleaner.CleanAsync(default)).Stale);
    }

    [Fact]
    public async Task What_nobody_of_the_later_version_that_wrote_it_came_for_is_kept_with_its_bytes()
    {
        await using var app = new PayshiftApp(Services, values =>
        {
            values["Payshift:Redis:Partitions"] = "1";
            values["Payshift:Queue:MaxAge"] = "00:10:00";
        });
        var webhook = SampleWebhooks.Create(Run);
        await app.Queue.EnqueueAsync([webhook]);
        var written = await LaterVersion.WriteAsync(Services, webhook);
        await AgeAsync(TimeSpan.FromMinutes(11));

        Assert.Equal(1, (await app.Cleaner.CleanAsync(default)).Stale);

        var table = new TableClient(Services.TablesConnectionString, TableNames.Failures);
        var row = await table.QueryAsync<TableEntity>().SingleAsync(row => row.GetString("EventId") == webhook.Id.ToString());
        Assert.Contains("later version", row.GetString("Reason"), StringComparison.Ordinal);
        Assert.Equal(written, FailureEntity.ToFailure(row).Webhook.Payload.ToArray());
    }

    [Fact]
    public async Task When_failures_cannot_be_recorded_stale_webhooks_stay()
    {
        await using var app = new PayshiftApp(Services, values =>
        {
            values["Payshift:Queue:MaxAge"] = "00:10:00";
            values["Payshift:Tables:ConnectionString"] = Services.AwayTablesConnectionString;
        });
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(3, Run));
        await AgeAsync(TimeSpan.FromMinutes(11));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => app.Cleaner.CleanAsync(default));

        var stats = await app.Queue.GetStatsAsync();
        Assert.Equal((3, 0), (stats.ReadyNormal, stats.InFlight));
        Assert.All(await app.Queue.LeaseAsync(10), webhook => Assert.Equal(0, webhook.Crashes));
    }

    /// <summary>As if everything that waits had come so much earlier.</summary>
    private async Task AgeAsync(TimeSpan age)
    {
        var database = Services.Redis.GetDatabase();
        foreach (var key in Services.Redis.GetServers()[0].Keys(pattern: "payshift:*:ready").ToArray())
        {
            foreach (var id in await database.SortedSetRangeByScoreAsync(key))
            {
                await database.SortedSetDecrementAsync(key, id, age.TotalMicroseconds);
            }
        }
    }
}
