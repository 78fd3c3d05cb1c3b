using System.Globalization;
using Azure.Data.Tables;
using Payshift.LocalHost.Services;

namespace Payshift.Chaos.Servers;

/// <summary>
/// Azurite's table service, in memory: it runs as long as the suite, since it is not crash-durable, and the real service is.
/// </summary>
internal sealed class TableServer(string folder, string script) : IAsyncDisposable
{
    /// <summary>The emulator's well-known account; no secret.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private static readonly HttpClient Probe = new(new SocketsHttpHandler { UseProxy = false });

    private ChildProcess? _process;

    public int Port { get; } = FreePort.Find();

    public ChildProcess Process => _process ?? throw new InvalidOperationException("Azurite is not running.");

    public static string ConnectionString(int port) =>
        string.Create(CultureInfo.InvariantCulture, $"{Account}TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _process = ChildProcess.Start(Command(), Path.Combine(folder, "azurite.log"));
        await Readiness.WaitAsync("Azurite", _process, AnswersAsync, cancellationToken);
    }

    /// <summary>A client past the proxies, for looking at what was recorded.</summary>
    public TableServiceClient Connect() => new(ConnectionString(Port));

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private string[] Command() =>
    [
        ProgramPath.Find("node") ?? "node", script,
        "--tableHost", "127.0.0.1",
        "--tablePort", Port.ToString(CultureInfo.InvariantCulture),
        "--inMemoryPersistence",
        "--disableTelemetry",
        "--skipApiVersionCheck",
        "--silent",
    ];

    private async Task<bool> AnswersAsync()
    {
        // Any answer will do: without a signature it is a refusal.
        using var answer = await Probe.GetAsync(new Uri($"http://127.0.0.1:{Port}/"));
        return true;
    }
}
