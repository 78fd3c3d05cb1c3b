using System.Net.Sockets;

namespace Payshift.Tests.EndToEnd;

/// <summary>A delivery written to a socket: a repeated header stays two lines, and an empty one is kept.</summary>
internal static class RawPost
{
    public static async Task<RawAnswer> SendAsync(Uri host, string provider, WebhookDelivery delivery)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Host, host.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Head(host, provider, delivery)));
        await stream.WriteAsync(delivery.Body);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return RawAnswer.Parse(await reader.ReadToEndAsync());
    }

    private static string Head(Uri host, string provider, WebhookDelivery delivery)
    {
        var secret = delivery.PathSecret is { } segment ? $"/{Uri.EscapeDataString(segment)}" : "";
        var query = delivery.QueryString is { Length: > 0 } text ? $"?{text.TrimStart('?')}" : "";
        var head = new StringBuilder()
            .Append($"POST /payment/webhooks/{provider}{secret}{query} HTTP/1.1\r\n")
            .Append($"Connection: close\r\nContent-Length: {delivery.Body.Length}\r\n");
        if (!delivery.Headers.ContainsKey("Host"))
        {
            head.Append($"Host: {host.Authority}\r\n");
        }

        foreach (var (name, values) in delivery.Headers)
        {
            foreach (var value in values)
            {
                head.Append($"{name}: {value}\r\n");
            }
        }

        return head.Append("\r\n").ToString();
    }
}
