using Microsoft.Extensions.Configuration;

namespace Payshift.Samples;

/// <summary>What samples are signed with, from the same settings that the host verifies by.</summary>
internal sealed class ProviderSecrets(IConfiguration settings)
{
    public static string Setting(string provider) => $"Payshift__Providers__{provider}__Secrets__0";

    public string? Find(string provider) => Value(provider, "Secrets:0");

    /// <param name="secret">In place of the setting.</param>
    /// <returns>A request for a sample with all that its signature needs; null where the secret is missing.</returns>
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
