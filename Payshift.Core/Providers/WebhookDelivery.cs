using Microsoft.Extensions.Primitives;

namespace Payshift.Core.Providers;

/// <summary>One HTTP request of a provider, before anything in it is believed.</summary>
/// <param name="Headers">Must ignore the case of names.</param>
/// <param name="Body">The raw bytes as received: signatures are computed over these and nothing else.</param>
public sealed record WebhookDelivery(IDictionary<string, StringValues> Headers, ReadOnlyMemory<byte> Body)
{
    /// <returns>Every value of the header, empty where it is absent.</returns>
    public StringValues Header(string name) => Headers.TryGetValue(name, out var values) ? values : StringValues.Empty;
}
