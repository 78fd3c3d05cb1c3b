using StackExchange.Redis;

namespace Payshift.Tests.Infrastructure;

/// <summary>A connection to one server, be it alone or part of a cluster.</summary>
internal sealed class RedisNode : IAsyncDisposable
{
    private readonly ConnectionMultiplexer _multiplexer;
    private readonly IServer _server;

    private RedisNode(ConnectionMultiplexer multiplexer, IServer server) => (_multiplexer, _server) = (multiplexer, server);

    public static async Task<RedisNode> ConnectAsync(int port)
    {
        var multiplexer = await ConnectionMultiplexer.ConnectAsync($"{PatientRedis.ConnectionString(port)},allowAdmin=true");
        return new RedisNode(multiplexer, multiplexer.GetServer("127.0.0.1", port));
    }

    public Task<RedisResult> ExecuteAsync(string command, params object[] arguments) => _server.ExecuteAsync(command, arguments);

    public async Task<string> InfoAsync(string command, string section) => (string)(await ExecuteAsync(command, section))!;

    /// <summary>A line for each server that this one knows.</summary>
    public async Task<string[]> ClusterNodesAsync() =>
        (await InfoAsync("CLUSTER", "NODES")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Does not wait for a server of its cluster that hangs.</summary>
    public async ValueTask DisposeAsync()
    {
        await _multiplexer.CloseAsync(allowCommandsToComplete: false);
        await _multiplexer.DisposeAsync();
    }
}
