using Microsoft.Extensions.Options;
using Payshift.Core.Redis;

namespace Payshift.Tests.Queue;

/// <summary>What suites of the queue share: it is empty before each test, and there are as many processes as a test wants.</summary>
public abstract class QueueSuite(IRedisServers services) : IAsyncLifetime
{
    private protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly List<IAsyncDisposable> _connections = [];
    private readonly List<IDisposable> _queues = [];

    public Task InitializeAsync() => services.EmptyAsync();

    public async Task DisposeAsync()
    {
        _queues.ForEach(queue => queue.Dispose());
        foreach (var connection in _connections)
        {
            await connection.DisposeAsync();
        }
    }

    /// <summary>A queue with a connection of its own, as each process has.</summary>
    private protected RedisWebhookQueue CreateQueue(int partitions = 4, QueueOptions? options = null, string? connectionString = null)
    {
        var redis = Options.Create(new RedisOptions { ConnectionString = connectionString ?? services.RedisConnectionString, Partitions = partitions });
        var connection = Connect(redis);
        var queue = new RedisWebhookQueue(
            connection, new QueuePauses(connection, TimeProvider.System), redis, Options.Create(options ?? new QueueOptions()), TimeProvider.System, Random.Shared);
        _queues.Add(queue);
        return queue;
    }

    private protected QueuePauses CreatePauses() =>
        new(Connect(Options.Create(new RedisOptions { ConnectionString = services.RedisConnectionString })), TimeProvider.System);

    private protected static async Task EndAllAsync(RedisWebhookQueue queue, SettlementKind verdict)
    {
        while (await queue.LeaseAsync(100) is { Count: > 0 } leased)
        {
            Assert.All(await queue.SettleAsync([.. leased.Select(webhook => new Settlement(webhook.Lease, verdict))]), Assert.True);
        }
    }

    private protected static IEnumerable<string> Ids(IEnumerable<LeasedWebhook> leased) => leased.Select(webhook => webhook.Webhook!.EventId);

    private RedisConnection Connect(IOptions<RedisOptions> options)
    {
        var connection = new RedisConnection(options, UnheardTelemetry.Instance);
        _connections.Add(connection);
        return connection;
    }
}
