using System.Net.Sockets;
using Payshift.Chaos.Network;

namespace Payshift.Tests.Chaos.Network;

public sealed class TcpProxyTests
{
    [Fact]
    public async Task Open_passes_both_ways()
    {
        await using var scene = new ProxyScene();
        var (client, server) = await scene.ConnectAsync(scene.Proxy);
        using (client)
        using (server)
        {
            await ProxyScene.SendAsync(client, "question");
            Assert.Equal("question", await ProxyScene.ReadAsync(server, 8));
            await ProxyScene.SendAsync(server, "answer");
            Assert.Equal("answer", await ProxyScene.ReadAsync(client, 6));
        }
    }

    [Fact]
    public async Task Cut_resets_connections_old_and_new()
    {
        await using var scene = new ProxyScene();
        var (client, server) = await scene.ConnectAsync(scene.Proxy);
        using (client)
        using (server)
        {
            scene.Proxy.Set(LinkState.Cut);
            await Assert.ThrowsAnyAsync<IOException>(() => ProxyScene.ReadAsync(client, 1));

            using var late = new TcpClient();
            var ended = await Record.ExceptionAsync(async () =>
            {
                await late.ConnectAsync(IPAddress.Loopback, scene.Proxy.Port);
                await ProxyScene.ReadAsync(late, 1);
            });
            Assert.True(ended is IOException or SocketException, $"{ended}");
            Assert.False(scene.Server.Pending());
        }
    }

    [Fact]
    public async Task Silent_passes_nothing_on_until_it_opens()
    {
        await using var scene = new ProxyScene();
        var (client, server) = await scene.ConnectAsync(scene.Proxy);
        using (client)
        using (server)
        {
            scene.Proxy.Set(LinkState.Silent);
            await ProxyScene.SendAsync(client, "late");
            var reading = ProxyScene.ReadAsync(server, 4);

            // By the time that another proxy has passed something on, this one would have too.
            await using (var other = scene.NewProxy())
            {
                var (passing, accepted) = await scene.ConnectAsync(other);
                using (passing)
                using (accepted)
                {
                    await ProxyScene.SendAsync(passing, "x");
                    await ProxyScene.ReadAsync(accepted, 1);
                }
            }

            Assert.False(reading.IsCompleted);
            scene.Proxy.Set(LinkState.Open);
            Assert.Equal("late", await reading);
        }
    }

    [Fact]
    public async Task Slow_passes_everything_on()
    {
        await using var scene = new ProxyScene();
        var (client, server) = await scene.ConnectAsync(scene.Proxy);
        using (client)
        using (server)
        {
            scene.Proxy.Set(LinkState.Slow, TimeSpan.FromMilliseconds(50));
            await ProxyScene.SendAsync(client, "slowly");

            Assert.Equal("slowly", await ProxyScene.ReadAsync(server, 6));
        }
    }

    [Fact]
    public async Task A_server_that_is_down_resets_the_connection()
    {
        // Bound, so that nobody else gets its port, and not listening.
        using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var proxy = new TcpProxy(((IPEndPoint)server.LocalEndPoint!).Port);
        using var client = new TcpClient();

        // The reset can come before connecting has ended.
        var exception = await Record.ExceptionAsync(async () =>
        {
            await client.ConnectAsync(IPAddress.Loopback, proxy.Port);
            await ProxyScene.ReadAsync(client, 1);
        });
        Assert.True(exception is IOException or SocketException, $"{exception}");
    }
}
