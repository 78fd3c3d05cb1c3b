using System.Net;
using System.Net.Sockets;

namespace Payshift.LocalHost.Services;

/// <summary>Finds a port on loopback that nobody listens on. Another may take it first: starting tries several.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
