using System.Diagnostics;
using System.Net.Sockets;

namespace Payshift.Tests.Infrastructure;

/// <summary>A real server started for tests, with a data folder of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Each write is with the system before it is answered, so that a killed Redis loses nothing. <c>everysec</c> would hold
    /// writes back while the disk is behind, and <c>always</c> would wait for it.
    /// </summary>
    private static readonly string[] Durability = ["--save", "", "--appendonly", "yes", "--appendfsync", "no"];

    private readonly ProcessStartInfo _start;
    private Process _process;

    private ServerProcess(ProcessStartInfo start, Process process, int port, string dataFolder) =>
        (_start, _process, Port, DataFolder) = (start, process, port, dataFolder);

    public int Port { get; }

    public string DataFolder { get; }

    public static Task<ServerProcess> StartRedisAsync(int? port = null, string? dataFolder = null, params string[] options) =>
        StartAsync("redis-server", port, dataFolder, (chosen, folder) =>
        [
            "--port", $"{chosen}", "--bind", "127.0.0.1", "--dir", folder, "--maxmemory-policy", "noeviction", .. Durability, .. options,
        ]);

    public static Task<ServerProcess> StartRedisOverTlsAsync(string dataFolder, params string[] options) =>
        StartAsync("redis-server", null, dataFolder, (chosen, folder) =>
            ["--port", "0", "--tls-port", $"{chosen}", "--bind", "127.0.0.1", "--dir", folder, .. Durability, .. options]);

    public static Task<ServerProcess> StartSentinelAsync(string dataFolder) =>
        StartAsync("redis-server", null, dataFolder, (chosen, folder) =>
            [Path.Combine(folder, "sentinel.conf"), "--sentinel", "--port", $"{chosen}", "--bind", "127.0.0.1", "--dir", folder]);

    /// <summary>Starts an Azurite that keeps its data in memory: once killed, it restarts empty.</summary>
    public static Task<ServerProcess> StartAzuriteAsync() =>
        StartAsync("node", null, null, (port, _) =>
        [
            Path.Combine(Repository.Root, "tools", "azurite", "node_modules", "azurite", "dist", "src", "table", "main.js"),
            "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--inMemoryPersistence", "--disableTelemetry", "--silent",
        ]);

    /// <summary>Kills it with SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts a killed server again on the same port; Redis has the same data.</summary>
    public async Task RestartAsync()
    {
        _process.Dispose();
        _process = await LaunchAsync(_start, Port);
    }

    /// <summary>Stops it with SIGSTOP: connections stay open and nothing answers.</summary>
    public Task PauseAsync() => _process.SignalAsync("STOP");

    public Task ResumeAsync() => _process.SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private static async Task<ServerProcess> StartAsync(string program, int? port, string? dataFolder, Func<int, string, string[]> arguments)
    {
        var chosen = port ?? TestPort.Take();
        var folder = dataFolder ?? Directory.CreateTempSubdirectory("payshift-test-").FullName;
        var start = new ProcessStartInfo(program, arguments(chosen, folder)) { RedirectStandardOutput = true, RedirectStandardError = true };
        return new ServerProcess(start, await LaunchAsync(start, chosen), chosen, folder);
    }

    private static async Task<Process> LaunchAsync(ProcessStartInfo start, int port)
    {
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Eventually.TrueAsync(
            () => process.HasExited ? throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}.") : AcceptsAsync(port),
            StartTimeout, $"{start.FileName} accepts connections on port {port}");
        return process;
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
