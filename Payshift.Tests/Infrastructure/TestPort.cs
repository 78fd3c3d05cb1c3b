using System.Net.Sockets;

namespace Payshift.Tests.Infrastructure;

/// <summary>
/// Ports on loopback that nobody listens on, each given once. They lie below those that the system chooses for other sockets: it
/// gives none of them away before a server listens there, or while the server is killed.
/// </summary>
internal static class TestPort
{
    private const int First = 10_000;
    private const int Count = 6_000;

    private static int _taken = Random.Shared.Next(Count);

    public static int Take()
    {
        while (true)
        {
            var port = First + Interlocked.Increment(ref _taken) % Count;
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
