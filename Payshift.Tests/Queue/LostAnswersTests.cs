using Payshift.Core.Queue.Stats;
using StackExchange.Redis;

namespace Payshift.Tests.Queue;

/// <summary>What Redis did and could not say any more: it must not count against a webhook.</summary>
public sealed class LostAnswersTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private Suite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await Suite.StartAsync();
        await _suite.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _suite.DisposeAsync();
        await _suite.StopAsync();
    }

    [Fact]
    public async Task Webhooks_leased_by_a_call_without_an_answer_wait_again_and_count_no_crash()
    {
        var queue = _suite.Queue();
        await queue.EnqueueAsync(SampleWebhooks.Many(5));
        await queue.LeaseAsync(1);

        await _suite.Server.PauseAsync();
        await Assert.ThrowsAsync<QueueUnavailableException>(() => queue.LeaseAsync(2));
        await _suite.Server.ResumeAsync();

        var leased = new List<LeasedWebhook>();
        await Eventually.TrueAsync(async () =>
        {
            leased.AddRange(await AcquireAsync(queue));
            return leased.Count == 4;
        }, Soon, "the other four are leased");
        Assert.All(leased, webhook => Assert.Equal(0, webhook.Crashes));
        Assert.Equal(1 + 4, (await queue.GetStatsAsync()).InFlight);
    }

    [Fact]
    public async Task An_acknowledgement_without_an_answer_is_sent_again()
    {
        var queue = _suite.Queue();
        await queue.EnqueueAsync(SampleWebhooks.Many(3));
        var leased = await queue.LeaseAsync(2);

        await _suite.Server.PauseAsync();
        await Assert.ThrowsAsync<QueueUnavailableException>(() => queue.SettleAsync(
        [
            new Settlement(leased[0].Lease, SettlementKind.Complete),
            new Settlement(leased[1].Lease, SettlementKind.Retry, TimeSpan.FromMinutes(1), new AttemptError(1, DateTimeOffset.UnixEpoch, "busy")),
        ]));
        await _suite.Server.KillAsync();
        await _suite.Server.RestartAsync();

        await Eventually.TrueAsync(async () =>
        {
            await AcquireAsync(queue);
            return await StatsAsync(queue) is { Scheduled: 1, Counters: { Processed: 1, Retried: 1 } };
        }, Soon, "both settlements took effect");
    }

    private static async Task<IReadOnlyList<LeasedWebhook>> AcquireAsync(RedisWebhookQueue queue)
    {
        try
        {
            return await queue.LeaseAsync(10);
        }
        catch (QueueUnavailableException)
        {
            return [];
        }
    }

    private static async Task<QueueStats?> StatsAsync(RedisWebhookQueue queue)
    {
        try
        {
            return await queue.GetStatsAsync();
        }
        catch (QueueUnavailableException)
        {
            return null;
        }
    }

    private sealed class Suite(ServerProcess server, IRedisServers servers) : QueueSuite(servers)
    {
        public ServerProcess Server => server;

        public static async Task<Suite> StartAsync()
        {
            var server = await ServerProcess.StartRedisAsync();
            // An answer is lost after five seconds, so that none is while Redis is up.
            return new Suite(server, new Servers(
                $"{PatientRedis.ConnectionString(server.Port)},asyncTimeout=5000",
                await ConnectionMultiplexer.ConnectAsync($"{PatientRedis.ConnectionString(server.Port)},allowAdmin=true")));
        }

        public RedisWebhookQueue Queue() => CreateQueue(partitions: 1);

        public async Task StopAsync() => await server.DisposeAsync();
    }

    private sealed record Servers(string RedisConnectionString, ConnectionMultiplexer Redis) : IRedisServers;
}
