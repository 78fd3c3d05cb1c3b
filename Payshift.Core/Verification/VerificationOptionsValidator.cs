using Microsoft.Extensions.Options;
using Payshift.Core.Providers;

namespace Payshift.Core.Verification;

/// <summary>Refuses a verification that is asked for and cannot be done.</summary>
internal sealed class VerificationOptionsValidator(IEnumerable<PaymentVerifier> verifiers) : IValidateOptions<ProvidersOptions>
{
    public ValidateOptionsResult Validate(string? name, ProvidersOptions options)
    {
        var problems = options
            .Where(entry => entry.Value is { IsOn: true, Verification: VerificationMode.Required })
            .SelectMany(entry => Problems(entry.Key, entry.Value))
            .ToArray();
        return problems.Length > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Problems(string provider, ProviderOptions options)
    {
        var setting = ProviderSettings.SettingName(provider, nameof(options.Verification));
        if (verifiers.FirstOrDefault(verifier => verifier.Provider.Equals(provider, StringComparison.OrdinalIgnoreCase)) is not { } verifier)
        {
            return [$"{setting} is Required, but Payshift cannot ask the API of {provider}. Set it to None, or remove it."];
        }

        return string.IsNullOrWhiteSpace(options.ApiKey)
            ? [$"{ProviderSettings.SettingName(provider, nameof(options.ApiKey))} is missing. Set it, since {setting} is Required, or set that to None."]
            : verifier.Validate(options);
    }
}
