using Payshift.Core.Providers;

namespace Payshift.Core.Verification;

/// <summary>The validation that a required verification is possible.</summary>
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
        var own = verifiers.Where(verifier => verifier.Provider.Equals(provider, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (own.Length == 0)
        {
            return [$"{setting} is Required, but Payshift cannot ask the API of {provider}. Set it to None, or remove it."];
        }

        // If a provider has several APIs, those with a key are called.
        var keys = string.Join(" and ", own.Select(verifier => ProviderSettings.SettingName(provider, verifier.KeySetting)));
        var withKey = own.Where(verifier => verifier.Key(options) is not null).ToArray();
        return withKey.Length == 0
            ? [$"{keys} {(own.Length == 1 ? "is missing. Set it" : "are missing. Set one of them")}, since {setting} is Required, or set that to None."]
            : withKey.SelectMany(verifier => verifier.Validate(options));
    }
}
