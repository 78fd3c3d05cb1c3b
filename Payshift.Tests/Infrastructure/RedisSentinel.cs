using StackExchange.Redis;

namespace Payshift.Tests.Infrastructure;

/// <summary>A real master with a replica, and a sentinel that promotes it.</summary>
internal sealed class RedisSentinel : IAsyncDisposable
{
    public const string ServiceName = "mymaster";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly ServerProcess _replica;

    private RedisSentinel(ServerProcess master, ServerProcess replica, ServerProcess sentinel) =>
        (Master, _replica, Sentinel) = (master, replica, sentinel);

    /// <summary>The server that began as master.</summary>
    public ServerProcess Master { get; }

    public ServerProcess Sentinel { get; }

    public string ConnectionString => $"127.0.0.1:{Sentinel.Port},serviceName={ServiceName}";

    public static async Task<RedisSentinel> StartAsync()
    {
        var master = await ServerProcess.StartRedisAsync(null, null, "--repl-diskless-sync-delay", "0");
        var replica = await ServerProcess.StartRedisAsync(null, null, "--repl-diskless-sync-delay", "0", "--replicaof", "127.0.0.1", $"{master.Port}");
        await UntilReplicatedAsync(replica);
        var folder = Directory.CreateTempSubdirectory("payshift-test-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "sentinel.conf"), $"""
            sentinel monitor {ServiceName} 127.0.0.1 {master.Port} 1
            sentinel down-after-milliseconds {ServiceName} 60000
            sentinel failover-timeout {ServiceName} 5000

            """);
        var sentinel = new RedisSentinel(master, replica, await ServerProcess.StartSentinelAsync(folder));
        await Eventually.TrueAsync(
            async () => (await sentinel.AskAsync(server => server.SentinelGetReplicaAddressesAsync(ServiceName))).Length == 1, StartTimeout, "the sentinel knows the replica");
        return sentinel;
    }

    /// <summary>Has the sentinel promote the replica when the master does not answer. Until then a busy machine causes no failover.</summary>
    public Task PromoteReplicaAsync() => AskAsync(server => server.ExecuteAsync("SENTINEL", "SET", ServiceName, "down-after-milliseconds", "1000"));

    /// <summary>The port of the server that the sentinel names as master.</summary>
    public async Task<int> MasterPortAsync() =>
        ((IPEndPoint)(await AskAsync(server => server.SentinelGetMasterAddressByNameAsync(ServiceName)))!).Port;

    public async ValueTask DisposeAsync()
    {
        await Sentinel.DisposeAsync();
        await _replica.DisposeAsync();
        await Master.DisposeAsync();
    }

    private static async Task UntilReplicatedAsync(ServerProcess replica)
    {
        await using var node = await RedisNode.ConnectAsync(replica.Port);
        await Eventually.TrueAsync(
            async () => (await node.InfoAsync("INFO", "replication")).Contains("master_link_status:up", StringComparison.Ordinal),
            StartTimeout, "the replica follows its master");
    }

    private async Task<T> AskAsync<T>(Func<IServer, Task<T>> question)
    {
        await using var multiplexer = await ConnectionMultiplexer.SentinelConnectAsync(PatientRedis.ConnectionString(Sentinel.Port));
        return await question(multiplexer.GetServers()[0]);
    }
}
