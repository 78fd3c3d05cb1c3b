using System.Net;
using Microsoft.Extensions.Primitives;

namespace Payshift.Core.Providers;

/// <summary>One HTTP request of a provider, before anything in it is believed.</summary>
/// <param name="Headers">Must ignore the case of names.</param>
/// <param name="Body">The raw bytes as received: signatures are computed over these and nothing else.</param>
public sealed record WebhookDelivery(IDictionary<string, StringValues> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>As it stands in the URL, with or without its question mark.</summary>
    public string? QueryString { get; init; }

    /// <summary>What follows the provider in the route, for schemes whose only secret is the URL.</summary>
    public string? PathSecret { get; init; }

    /// <summary>The sender's address, null where the host does not know it.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>
    /// What the provider's API says of the payment, put here by a verification that had to ask. Read instead of the body
    /// where the body is only a hint.
    /// </summary>
    public ReadOnlyMemory<byte>? Fetched { get; set; }

    /// <returns>Every value of the header, empty where it is absent.</returns>
    public StringValues Header(string name) => Headers.TryGetValue(name, out var values) ? values : StringValues.Empty;
}
