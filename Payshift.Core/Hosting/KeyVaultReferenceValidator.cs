using Microsoft.Extensions.Configuration;

namespace Payshift.Core.Hosting;

/// <summary>
/// The check for Key Vault references that the platform did not resolve, because a secret is missing or must not be read: the
/// text of the reference, which anybody can guess, would be taken for the secret.
/// </summary>
internal sealed class KeyVaultReferenceValidator<TOptions>(IConfiguration section) : IValidateOptions<TOptions>
    where TOptions : class
{
    private const string Reference = "@Microsoft.KeyVault(";

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        string[] problems =
        [
            .. from setting in section.AsEnumerable()
               where setting.Value?.TrimStart().StartsWith(Reference, StringComparison.OrdinalIgnoreCase) == true
               select $"{setting.Key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal)} is a Key Vault reference that was not resolved. "
                   + "Make sure that the secret is in the vault, that the app's identity may read it and that the vault can be reached, and restart the app.",
        ];
        return problems.Length > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
