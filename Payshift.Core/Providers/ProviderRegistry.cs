using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Payshift.Core.Providers;

/// <summary>The providers that are on, by their names.</summary>
public sealed class ProviderRegistry
{
    private readonly FrozenDictionary<string, (IWebhookProvider Provider, ProviderOptions Options)> _enabled;

    private readonly FrozenSet<string> _known;

    public ProviderRegistry(IEnumerable<IWebhookProvider> providers, IOptions<ProvidersOptions> options)
    {
        var settings = options.Value;
        _known = providers.Select(provider => provider.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _enabled = providers
            .Where(provider => settings.TryGetValue(provider.Name, out var own) && own.IsOn)
            .ToFrozenDictionary(provider => provider.Name, provider => (provider, settings[provider.Name]), StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>Whether there is a provider of this name, on or off.</returns>
    public bool IsKnown(string name) => _known.Contains(name);

    public bool TryGet(string name, [NotNullWhen(true)] out IWebhookProvider? provider, [NotNullWhen(true)] out ProviderOptions? options)
    {
        var found = _enabled.TryGetValue(name, out var entry);
        (provider, options) = entry;
        return found;
    }
}
