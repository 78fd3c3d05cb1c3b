using System.Security.Cryptography.X509Certificates;
using Payshift.Core.Providers.Http;

namespace Payshift.Tests.Providers;

/// <summary>The certificates that vectors name, and who vouches for them.</summary>
internal static class PayPalFiles
{
    public static X509Certificate2Collection Roots { get; } = LoadRoots();

    /// <summary>PayPal's sandbox certificate of 2015 comes with the one that signed it, as PayPal sends them.</summary>
    public static FetchedDocument Serve(HttpRequestMessage request) => request.RequestUri!.AbsoluteUri switch
    {
        "https://api.paypal.com/v1/notifications/certs/CERT-own" => FakeFetcher.Found(File.ReadAllText(Own("paypal-leaf.pem"))),
        "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-a5cafa77" when ProviderFiles.Shared is { } folder =>
            FakeFetcher.Found(File.ReadAllText(Path.Combine(folder, "paypal-cert.pem")) + '\n' + File.ReadAllText(Path.Combine(folder, "paypal-intermediate.pem"))),
        _ => FakeFetcher.NotFound,
    };

    private static string Own(string name) => Path.Combine(Path.GetDirectoryName(ProviderFiles.Own)!, name);

    private static X509Certificate2Collection LoadRoots()
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(Own("paypal-root.pem"));
        if (ProviderFiles.Shared is { } folder)
        {
            roots.ImportFromPemFile(Path.Combine(folder, "paypal-root.pem"));
        }

        return roots;
    }
}
