using System.Net;
using Microsoft.Extensions.Primitives;

namespace Payshift.Core.Providers;

/// <summary>One HTTP request of a provider, not verified yet.</summary>
/// <param name="Headers">The request's headers. The dictionary must ignore the case of names.</param>
/// <param name="Body">The raw bytes as received, over which signatures are computed.</param>
public sealed record WebhookDelivery(IDictionary<string, StringValues> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The query as written in the URL, with or without its question mark.</summary>
    public string? QueryString { get; init; }

    /// <summary>The segment after the provider in the route, for schemes whose only secret is the URL.</summary>
    public string? PathSecret { get; init; }

    /// <summary>The sender's address; null if the host does not know it.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>
    /// The payment as the provider's API reports it, set by a verification that had to call the API. It is read instead of
    /// the body if the body only refers to a payment.
    /// </summary>
    public ReadOnlyMemory<byte>? Fetched { get; set; }

    /// <returns>All values of the header; empty if it is absent.</returns>
    public StringValues Header(string name) => Headers.TryGetValue(name, out var values) ? values : StringValues.Empty;
}
