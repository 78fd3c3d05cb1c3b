using System.Net.Sockets;
using Payshift.Chaos.Network;

namespace Payshift.Tests.Chaos.Network;

/// <summary>A server, a proxy before it, and clients that speak through it.</summary>
internal sealed class ProxyScene : IAsyncDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public ProxyScene()
    {
        Server.Start();
        Proxy = NewProxy();
    }

    public TcpListener Server { get; } = new(IPAddress.Loopback, 0);

    public TcpProxy Proxy { get; }

    public TcpProxy NewProxy() => new(((IPEndPoint)Server.LocalEndpoint).Port);

    public async Task<(TcpClient Client, TcpClient Server)> ConnectAsync(TcpProxy proxy)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Port);
        return (client, await Server.AcceptTcpClientAsync().WaitAsync(Soon));
    }

    public static Task SendAsync(TcpClient to, string text) => to.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    public static async Task<string> ReadAsync(TcpClient from, int length)
    {
        var bytes = new byte[length];
        await from.GetStream().ReadExactlyAsync(bytes).AsTask().WaitAsync(Soon);
        return Encoding.ASCII.GetString(bytes);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        Server.Dispose();
    }
}
