using System.Net;
using Microsoft.Extensions.Primitives;
using Payshift.Core.Providers;

namespace Payshift.Core.Receiving;

/// <summary>A request as the host gives it.</summary>
/// <param name="Provider">The route segment.</param>
/// <param name="Headers">Must ignore the case of names.</param>
/// <param name="Body">Read to its end, or until it exceeds the limit.</param>
public sealed record WebhookRequest(string Provider, IDictionary<string, StringValues> Headers, Stream Body)
{
    /// <summary>As the sender announced it, null if it did not.</summary>
    public long? ContentLength { get; init; }

    /// <summary>As it stands in the URL, with or without its question mark.</summary>
    public string? QueryString { get; init; }

    /// <summary>The route segment after the provider, null where there is none.</summary>
    public string? PathSecret { get; init; }

    /// <summary>The sender's address as the host knows it: behind a proxy, what the host's own proxy says of it.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <param name="body">The whole of <see cref="Body"/>.</param>
    internal WebhookDelivery ToDelivery(byte[] body) => new(Headers, body)
    {
        QueryString = QueryString,
        PathSecret = PathSecret,
        RemoteAddress = RemoteAddress,
    };
}
