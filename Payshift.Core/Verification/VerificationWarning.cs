using Microsoft.Extensions.Hosting;
using Payshift.Core.Providers;

namespace Payshift.Core.Verification;

/// <summary>The warning at startup about providers whose webhooks are neither signed nor verified.</summary>
internal sealed partial class VerificationWarning(
    IEnumerable<PaymentVerifier> verifiers, IOptions<ProvidersOptions> options, ILogger<VerificationWarning> logger) : IHostedService
{
    /// <summary>The providers with deliveries whose bodies are neither signed nor fetched.</summary>
    private static readonly string[] Unsigned = ["flutterwave", "mpesa"];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var provider in Unsigned)
        {
            if (!options.Value.TryGetValue(provider, out var own) || !own.IsOn || own.Verification is not null)
            {
                continue;
            }

            if (verifiers.All(verifier => verifier.Provider != provider))
            {
                LogUnverifiable(provider, ProviderSettings.SettingName(provider, nameof(own.Verification)));
            }
            else if (string.IsNullOrWhiteSpace(own.ApiKey))
            {
                LogUnverified(
                    provider, ProviderSettings.SettingName(provider, nameof(own.ApiKey)), ProviderSettings.SettingName(provider, nameof(own.Verification)));
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(5000, LogLevel.Warning, "Webhooks of {Provider} are NOT verified: no signature covers their bodies, and without {ApiKeySetting} nothing confirms them. Set it, or set {VerificationSetting} to None to accept that")]
    private partial void LogUnverified(string provider, string apiKeySetting, string verificationSetting);

    [LoggerMessage(5001, LogLevel.Warning, "Webhooks of {Provider} are NOT verified: no signature covers their bodies, and Payshift cannot ask its API. Compare them with the provider's records before you act on them; set {VerificationSetting} to None to accept that")]
    private partial void LogUnverifiable(string provider, string verificationSetting);
}
