using Microsoft.Extensions.Primitives;
using Payshift.Core.Providers.PayPal;
using Payshift.Samples;
using Payshift.Tests.Cli;
using Payshift.Tests.Providers;

namespace Payshift.Tests.Samples;

/// <summary>The secrets that sign samples, with the providers and settings that verify them.</summary>
internal static class SampleAccounts
{
    private static readonly PayPalProvider PayPal =
        new PayPalProvider(new FakeFetcher(_ => PayPalSigner.Serve(PayPalSigner.Leaf)), PayPalSigner.Roots);

    public static IWebhookProvider ProviderOf(SampleProvider sample) =>
        sample.Provider == PayPal.Name ? PayPal : AllProviders.Find(sample.Provider)!;

    public static SampleRequest RequestOf(SampleProvider sample)
    {
        var options = Options(sample);
        return new SampleRequest
        {
            Secret = sample.Provider == PayPal.Name ? PayPalSigner.Key.ExportPkcs8PrivateKeyPem() : options.Secrets[0],
            PublicKey = options.PublicKey,
            NotificationUrl = options.NotificationUrl,
            WebhookId = options.WebhookId,
        };
    }

    public static ProviderOptions Options(SampleProvider sample) => AllProviders.Options(SecretOf(sample));

    public static WebhookDelivery Received(SampleDelivery sent) => new(
        sent.Headers.ToDictionary(header => header.Key, header => new StringValues(header.Value), StringComparer.OrdinalIgnoreCase), sent.Body)
    {
        PathSecret = sent.PathSecret,
        RemoteAddress = IPAddress.Parse("192.0.2.1"),
    };

    // The checks of the signatures that stand apart from the code under test have secrets of their own.
    private static string SecretOf(SampleProvider sample) => Signatures.Settings.ContainsKey(ProviderSecrets.Setting(sample.Provider))
        ? Signatures.SecretOf(sample.Provider)
        : AllProviders.SecretOf(ProviderOf(sample));
}
