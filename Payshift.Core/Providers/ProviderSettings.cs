namespace Payshift.Core.Providers;

/// <summary>The checks of settings that all providers share. No message repeats a value, which may be a secret.</summary>
internal static class ProviderSettings
{
    private static readonly TimeSpan MaxTolerance = TimeSpan.FromDays(1);

    public static string SettingName(string provider, string setting) => $"Payshift__Providers__{provider}__{setting}";

    public static string SecretName(string provider, int index) => SettingName(provider, $"Secrets__{index}");

    /// <param name="secretRequired">Whether the scheme requires a secret.</param>
    public static IEnumerable<string> Problems(string provider, ProviderOptions options, bool secretRequired = true)
    {
        if (secretRequired && options.Secrets.Count == 0)
        {
            yield return $"{SecretName(provider, 0)} is missing. Set it to the webhook secret, or remove the provider's other settings.";
        }

        for (var i = 0; i < options.Secrets.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(options.Secrets[i]))
            {
                yield return $"{SecretName(provider, i)} is empty. Set it to the webhook secret, or remove it.";
            }
            else if (options.Secrets[i].AsSpan().Trim().Length != options.Secrets[i].Length)
            {
                yield return $"{SecretName(provider, i)} begins or ends with white space. Remove it: no signature matches with it.";
            }
        }

        if (options.TimestampTolerance is { } tolerance && (tolerance < TimeSpan.Zero || tolerance > MaxTolerance))
        {
            yield return $"{SettingName(provider, nameof(options.TimestampTolerance))} must be between 00:00:00 and 1.00:00:00.";
        }

        (string Setting, string? Key)[] keys = [(nameof(options.ApiKey), options.ApiKey), (nameof(options.ApiKeyV4), options.ApiKeyV4)];
        foreach (var (setting, key) in keys)
        {
            if (key is not null && key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            {
                yield return $"{SettingName(provider, setting)} contains white space. Remove it: no key has any.";
            }
        }

        (string Setting, Uri? Url)[] urls =
        [
            (nameof(options.ApiBaseUrl), options.ApiBaseUrl),
            (nameof(options.ApiBaseUrlV4), options.ApiBaseUrlV4),
            (nameof(options.ApiTokenUrlV4), options.ApiTokenUrlV4),
        ];
        foreach (var (setting, url) in urls)
        {
            if (url is not null && !IsSafe(url))
            {
                yield return $"{SettingName(provider, setting)} must begin with https://. Its calls carry the API key.";
            }
        }

        for (var i = 0; i < options.AuthorizationHeaders.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(options.AuthorizationHeaders[i]))
            {
                yield return $"{SettingName(provider, $"{nameof(options.AuthorizationHeaders)}__{i}")} is empty. Set it to the header's value, or remove it.";
            }
        }
    }

    // Plain HTTP is allowed on this machine only, for tests and emulators.
    private static bool IsSafe(Uri url) =>
        url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
