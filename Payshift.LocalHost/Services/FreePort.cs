using System.Net;
using System.Net.Sockets;

namespace Payshift.LocalHost.Services;

/// <summary>A port on loopback that is free for now. Another process may still take it first.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
