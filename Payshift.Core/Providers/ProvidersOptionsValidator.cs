namespace Payshift.Core.Providers;

/// <summary>The validation of all providers' settings, each by its provider. It also reports names that no provider has.</summary>
internal sealed class ProvidersOptionsValidator(IEnumerable<IWebhookProvider> providers) : IValidateOptions<ProvidersOptions>
{
    public ValidateOptionsResult Validate(string? name, ProvidersOptions options)
    {
        var known = providers.ToDictionary(provider => provider.Name, StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        foreach (var (setting, settings) in options)
        {
            if (known.TryGetValue(setting, out var provider))
            {
                problems.AddRange(settings.IsOn ? [.. provider.Validate(settings), .. HeaderAllowList.Problems(provider)] : []);
            }
            else
            {
                problems.Add($"Payshift__Providers__{setting} names no provider. Known are: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
            }
        }

        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
