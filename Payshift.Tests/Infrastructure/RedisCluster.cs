namespace Payshift.Tests.Infrastructure;

/// <summary>A real Redis Cluster on loopback: three masters that share the slots, and a replica of each where a test wants fail-over.</summary>
internal sealed class RedisCluster : IAsyncDisposable
{
    private const int MasterCount = 3;
    private const int SlotCount = 16384;

    // Nobody is given up because the machine is busy: nobody while the servers meet, where a short time makes them meet faster, nor
    // afterwards, unless a test waits for that.
    private const int MeetingTimeout = 5_000;
    private const int NodeTimeout = 60_000;
    private const int PromotingTimeout = 1_000;

    private static readonly TimeSpan JoinTimeout = TimeSpan.FromSeconds(60);

    private readonly ServerProcess[] _servers;
    private readonly RedisNode[] _nodes;

    private RedisCluster(ServerProcess[] servers, RedisNode[] nodes) => (_servers, _nodes) = (servers, nodes);

    /// <summary>The servers that began as masters, by their slots.</summary>
    public IReadOnlyList<ServerProcess> Masters => _servers[..MasterCount];

    public string ConnectionString => string.Join(',', _servers.Select(server => $"127.0.0.1:{server.Port}"));

    public static async Task<RedisCluster> StartAsync(bool replicas = false)
    {
        var count = replicas ? 2 * MasterCount : MasterCount;
        var ports = Enumerable.Range(0, 2 * count).Select(_ => TestPort.Take()).ToArray();
        var servers = await Task.WhenAll(Enumerable.Range(0, count).Select(index => ServerProcess.StartRedisAsync(
            ports[index], null,
            [
                "--cluster-enabled", "yes", "--cluster-port", $"{ports[count + index]}", "--cluster-node-timeout", $"{MeetingTimeout}",
                "--cluster-require-full-coverage", "no", "--repl-diskless-sync-delay", "0",
            ])));
        var nodes = await Task.WhenAll(servers.Select(server => RedisNode.ConnectAsync(server.Port)));
        await JoinAsync(nodes, servers, ports[count..]);
        await SetNodeTimeoutAsync(NodeTimeout, nodes);
        return new RedisCluster(servers, nodes);
    }

    /// <summary>Has the cluster promote the replica of a master that does not answer.</summary>
    /// <param name="lost">Killed or paused before.</param>
    public Task PromoteReplicaOfAsync(ServerProcess lost) => SetNodeTimeoutAsync(PromotingTimeout, _nodes.Where((_, index) => _servers[index] != lost));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private static async Task SetNodeTimeoutAsync(int milliseconds, IEnumerable<RedisNode> nodes) =>
        await Task.WhenAll(nodes.Select(node => node.ExecuteAsync("CONFIG", "SET", "cluster-node-timeout", milliseconds)));

    private static async Task JoinAsync(RedisNode[] nodes, ServerProcess[] servers, int[] busPorts)
    {
        for (var index = 0; index < nodes.Length; index++)
        {
            await nodes[index].ExecuteAsync("CLUSTER", "SET-CONFIG-EPOCH", index + 1);
            if (index < MasterCount)
            {
                await nodes[index].ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", index * SlotCount / MasterCount, (index + 1) * SlotCount / MasterCount - 1);
            }

            if (index > 0)
            {
                await nodes[0].ExecuteAsync("CLUSTER", "MEET", "127.0.0.1", servers[index].Port, busPorts[index]);
            }
        }

        await AllAsync("every server knows all", async node => (await node.ClusterNodesAsync()).Length == nodes.Length);
        foreach (var (replica, index) in nodes.Skip(MasterCount).Select((node, index) => (node, index)))
        {
            var master = (string)(await nodes[index].ExecuteAsync("CLUSTER", "MYID"))!;
            await replica.ExecuteAsync("CLUSTER", "REPLICATE", master);
        }

        await AllAsync("every server knows who serves which slots", async node =>
            (await node.ClusterNodesAsync()).All(line => line.Contains("connected", StringComparison.Ordinal) && !line.Contains("disconnected", StringComparison.Ordinal))
            && (await node.ClusterNodesAsync()).Count(line => line.Contains("slave", StringComparison.Ordinal)) == nodes.Length - MasterCount
            && (await node.InfoAsync("CLUSTER", "INFO")).Contains($"cluster_state:ok\r\ncluster_slots_assigned:{SlotCount}", StringComparison.Ordinal)
            && !(await node.InfoAsync("INFO", "replication")).Contains("master_link_status:down", StringComparison.Ordinal));

        Task AllAsync(string what, Func<RedisNode, Task<bool>> condition) => Eventually.TrueAsync(
            async () => (await Task.WhenAll(nodes.Select(condition))).All(holds => holds), JoinTimeout, what);
    }
}
