using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Payshift.Chaos.Network;

/// <summary>Stands between a host and a server on loopback, and can be slow, silent or cut.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly Link _link = new();
    private readonly int _target;
    private readonly Task _accepting;

    /// <param name="target">The server's port.</param>
    public TcpProxy(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <param name="delay">With <see cref="LinkState.Slow"/>, for each piece.</param>
    public void Set(LinkState state, TimeSpan delay = default)
    {
        _link.Set(state, delay);
        if (state == LinkState.Cut)
        {
            foreach (var connection in _connections.Keys)
            {
                connection.Dispose();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        Set(LinkState.Cut);
        await Task.WhenAll(_connections.Values);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = new ProxiedConnection(await _listener.AcceptSocketAsync(_stop.Token), _link);
                // Known before it begins: a cut resets all that are known, and what begins later sees it.
                var serving = new Task<Task>(() => ServeAsync(connection));
                _connections[connection] = serving.Unwrap();
                serving.Start(TaskScheduler.Default);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(ProxiedConnection connection)
    {
        await connection.RunAsync(_target, _stop.Token);
        _connections.TryRemove(connection, out _);
    }
}
