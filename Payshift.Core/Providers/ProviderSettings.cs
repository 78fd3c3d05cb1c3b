namespace Payshift.Core.Providers;

/// <summary>Checks that every provider's settings share. No sentence repeats a value: it may be a secret.</summary>
internal static class ProviderSettings
{
    private static readonly TimeSpan MaxTolerance = TimeSpan.FromDays(1);

    public static string SecretName(string provider, int index) => $"Payshift__Providers__{provider}__Secrets__{index}";

    public static IEnumerable<string> Problems(string provider, ProviderOptions options)
    {
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
            yield return $"Payshift__Providers__{provider}__TimestampTolerance must be between 00:00:00 and 1.00:00:00.";
        }
    }
}
