using System.Net;
using System.Net.Sockets;

namespace Payshift.Chaos.Network;

/// <summary>One connection through a proxy: two streams of bytes, passed on as the link allows.</summary>
internal sealed class ProxiedConnection(Socket client, Link link) : IDisposable
{
    private const int BufferLength = 16 * 1024;

    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public async Task RunAsync(int target, CancellationToken cancellationToken)
    {
        try
        {
            client.NoDelay = true;
            if (!await link.PassAsync(cancellationToken))
            {
                return;
            }

            await _server.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target), cancellationToken);
            await Task.WhenAny(PumpAsync(client, _server, cancellationToken), PumpAsync(_server, client, cancellationToken));
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // The server is down, or the proxy ends.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Resets both sides.</summary>
    public void Dispose()
    {
        foreach (var socket in (Socket[])[client, _server])
        {
            try
            {
                // Without lingering, closing is a reset.
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                // Closed before.
            }

            socket.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, CancellationToken cancellationToken)
    {
        try
        {
            var buffer = new byte[BufferLength];
            while (await from.ReceiveAsync(buffer, cancellationToken) is > 0 and var length && await link.PassAsync(cancellationToken))
            {
                for (var sent = 0; sent < length;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, length - sent), cancellationToken);
                }
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // Either side is gone.
        }
    }

    private static bool IsEnd(Exception exception) => exception is SocketException or ObjectDisposedException or OperationCanceledException;
}
