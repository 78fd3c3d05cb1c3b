namespace Payshift.Core.Providers;

/// <summary>The settings of all providers by name: <c>Payshift__Providers</c>.</summary>
public sealed class ProvidersOptions() : Dictionary<string, ProviderOptions>(StringComparer.OrdinalIgnoreCase);
