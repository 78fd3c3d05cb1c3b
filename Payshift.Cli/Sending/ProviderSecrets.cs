namespace Payshift.Cli.Sending;

/// <summary>The webhook secrets, from the same environment variables that the host reads.</summary>
internal sealed class ProviderSecrets(Func<string, string?> environment)
{
    public static string Setting(string provider) => $"Payshift__Providers__{provider}__Secrets__0";

    public string? Find(string provider) => environment(Setting(provider)) is { Length: > 0 } secret ? secret : null;
}
