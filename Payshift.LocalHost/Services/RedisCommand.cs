using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost.Services;

/// <summary>The command for Redis from the PATH, with an append-only file.</summary>
internal static class RedisCommand
{
    public const string Setting = "Payshift:Redis:ConnectionString";

    private const string Program = "redis-server";

    public static ServiceCommand Find()
    {
        var program = ProgramPath.Find(Program) ?? throw new HostStartException(
            $"{Program} is not on the PATH. Install it (Debian, Ubuntu: sudo apt-get install redis-server; macOS: brew install redis), or set Payshift__Redis__ConnectionString.");
        return new ServiceCommand("redis", (port, folder) => Arguments(program, port, folder), AnswersAsync, Setting, port => $"127.0.0.1:{port}");
    }

    private static string[] Arguments(string program, int port, string folder) =>
    [
        program,
        "--port", port.ToString(CultureInfo.InvariantCulture),
        "--bind", "127.0.0.1",
        "--dir", folder,
        "--appendonly", "yes",
        "--appendfsync", "everysec",
        "--save", "",
        "--maxmemory-policy", "noeviction",
        "--daemonize", "no",
    ];

    /// <summary>Redis answers with an error instead while it loads its data.</summary>
    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, cancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync("PING\r\n"u8.ToArray(), cancellationToken);
        var answer = new byte[5];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return Encoding.ASCII.GetString(answer) == "+PONG";
    }
}
