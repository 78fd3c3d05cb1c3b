using System.Globalization;
using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost.Services;

/// <summary>The command for Azurite's table service, without npm's wrapper processes.</summary>
internal static class AzuriteCommand
{
    public const string Setting = "Payshift:Tables:ConnectionString";
    public const string ServiceUriSetting = "Payshift:Tables:ServiceUri";

    private const string Program = "node";

    /// <summary>The emulator's well-known account; no secret.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string ScriptInCheckout = Path.Combine("tools", "azurite", "node_modules", "azurite", "dist", "src", "table", "main.js");

    // Calls on loopback do not go through a proxy from the environment.
    private static readonly HttpClient Probe = new(new SocketsHttpHandler { UseProxy = false });

    public static ServiceCommand Find(string? script, string? repositoryRoot)
    {
        var program = ProgramPath.Find(Program) ?? throw new HostStartException(
            "node is not on the PATH. Install Node.js 20 or later (https://nodejs.org), or set Payshift__Tables__ConnectionString.");

        var path = script is { Length: > 0 } ? script : Path.Combine(repositoryRoot ?? AppContext.BaseDirectory, ScriptInCheckout);
        if (!File.Exists(path))
        {
            throw new HostStartException(
                $"Azurite is missing: {path}. Run ./dev run, or npm ci in tools/azurite, or set Payshift__Tables__ConnectionString.");
        }

        return new ServiceCommand(
            "azurite", (port, folder) => Arguments(program, path, port, folder), AnswersAsync, Setting,
            port => $"{Account};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");
    }

    private static string[] Arguments(string program, string script, int port, string folder) =>
    [
        program, script,
        "--tableHost", "127.0.0.1",
        "--tablePort", port.ToString(CultureInfo.InvariantCulture),
        "--location", folder,
        "--disableTelemetry",
        "--skipApiVersionCheck",
        "--silent",
    ];

    /// <summary>Takes any response as ready; an unsigned request is refused.</summary>
    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var answer = await Probe.GetAsync(new Uri($"http://127.0.0.1:{port}/"), cancellationToken);
        return true;
    }
}
