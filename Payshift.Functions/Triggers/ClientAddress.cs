using System.Net;

namespace Payshift.Functions.Triggers;

/// <summary>
/// Who sent a request, where a proxy stands before us. The Functions host calls its worker over loopback and replaces what a
/// client says in <c>X-Forwarded-For</c>; a reverse proxy on the same machine appends to it. So the last entry counts, and
/// only when the connection itself comes from this machine.
/// </summary>
internal static class ClientAddress
{
    private const string ForwardedFor = "X-Forwarded-For";

    /// <returns>Null where it cannot be told.</returns>
    public static IPAddress? Of(HttpRequest request)
    {
        var connection = request.HttpContext.Connection.RemoteIpAddress;
        if (connection is not null && !IPAddress.IsLoopback(connection))
        {
            return connection;
        }

        // Several headers mean the same as one with commas.
        var forwarded = request.Headers[ForwardedFor].ToString();
        if (forwarded.Length == 0)
        {
            return connection;
        }

        // Azure writes the port, too.
        var last = forwarded[(forwarded.LastIndexOf(',') + 1)..].Trim();
        return IPEndPoint.TryParse(last, out var address) ? address.Address : null;
    }
}
