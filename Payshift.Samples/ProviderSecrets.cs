using Microsoft.Extensions.Configuration;

namespace Payshift.Samples;

/// <summary>The secrets for signing samples, from the same settings with which the host verifies.</summary>
internal sealed class ProviderSecrets(IConfiguration settings)
{
    public static string Setting(string provider) => $"Payshift__Providers__{provider}__Secrets__0";

    public string? Find(string provider) => Value(provider, "Secrets:0");

    /// <param name="secret">A secret to use instead of the setting.</param>
    /// <returns>A request with everything that the sample's signature needs; null if the secret is missing.</returns>
    public SampleRequest? Request(string provider, string? secret = null) => (secret ?? Find(provider)) is { } found
        ? new SampleRequest
        {
            Secret = found,
            PublicKey = Value(provider, "PublicKey"),
            NotificationUrl = Value(provider, "NotificationUrl"),
            WebhookId = Value(provider, "WebhookId"),
        }
        : null;

    private string? Value(string provider, string name) =>
        settings[$"Payshift:Providers:{provider}:{name}"] is { Length: > 0 } value ? value : null;
}
