using System.Globalization;
using Payshift.LocalHost.Services;
using StackExchange.Redis;

namespace Payshift.Chaos.Servers;

/// <summary>A Redis that loses nothing which it acknowledged, however it dies: append-only, synced at each write.</summary>
internal sealed class RedisServer(string folder) : IAsyncDisposable
{
    private const string Program = "redis-server";

    private readonly string _data = Directory.CreateDirectory(Path.Combine(folder, "redis")).FullName;
    private ChildProcess? _process;

    public int Port { get; } = FreePort.Find();

    /// <summary>The process that runs now; another one after a restart.</summary>
    public ChildProcess Process => _process ?? throw new InvalidOperationException("Redis is not running.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process = ChildProcess.Start(Command(), Path.Combine(folder, "redis.log"));
        await Readiness.WaitAsync("Redis", _process, AnswersAsync, cancellationToken);
    }

    /// <summary>A connection past the proxies, for looking at what is left.</summary>
    public Task<ConnectionMultiplexer> ConnectAsync() =>
        ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},allowAdmin=true,syncTimeout=30000,asyncTimeout=30000");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private string[] Command() =>
    [
        ProgramPath.Find(Program) ?? Program,
        "--port", Port.ToString(CultureInfo.InvariantCulture),
        "--bind", "127.0.0.1",
        "--dir", _data,
        "--appendonly", "yes",
        "--appendfsync", "always",
        "--save", "",
        "--maxmemory-policy", "noeviction",
        "--daemonize", "no",
    ];

    private async Task<bool> AnswersAsync()
    {
        // While it loads its data it answers with an error instead.
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},abortConnect=true,connectTimeout=1000");
        await connection.GetDatabase().PingAsync();
        return true;
    }
}
