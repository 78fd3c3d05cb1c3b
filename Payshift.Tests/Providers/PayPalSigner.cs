using System.IO.Hashing;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Payshift.Core.Providers.Http;

namespace Payshift.Tests.Providers;

/// <summary>A stand-in for PayPal: a trusted root, a certificate below it, and deliveries signed with its key.</summary>
internal static class PayPalSigner
{
    public const string CertificateUrl = "https://api.paypal.com/v1/notifications/certs/CERT-1";
    public const string WebhookId = "WH-ID";

    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);
    public static readonly RSA Key = RSA.Create(2048);
    public static readonly X509Certificate2 Root = MakeRoot("Test root");
    public static readonly X509Certificate2 Leaf = Issue(Root, "messageverificationcerts.paypal.com", Key);

    public static X509Certificate2Collection Roots => [X509CertificateLoader.LoadCertificate(Root.RawData)];

    public static FetchedDocument Serve(params X509Certificate2[] certificates) =>
        FakeFetcher.Found(string.Join('\n', certificates.Select(certificate => certificate.ExportCertificatePem())));

    public static WebhookDelivery Sign(byte[] signed, byte[] sent, string url = CertificateUrl)
    {
        var content = Encoding.UTF8.GetBytes($"id-1|2026-09-21T14:13:20Z|{WebhookId}|{Crc32.HashToUInt32(signed)}");
        return Deliveries.Of(
            sent,
            ("PAYPAL-TRANSMISSION-ID", "id-1"),
            ("PAYPAL-TRANSMISSION-TIME", "2026-09-21T14:13:20Z"),
            ("PAYPAL-TRANSMISSION-SIG", Convert.ToBase64String(Key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))),
            ("PAYPAL-CERT-URL", url),
            ("PAYPAL-AUTH-ALGO", "SHA256withRSA"));
    }

    public static X509Certificate2 MakeRoot(string name)
    {
        var request = new CertificateRequest($"CN={name}", RSA.Create(2048), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Now.AddYears(-10), Now.AddYears(10));
    }

    public static X509Certificate2 Issue(X509Certificate2 issuer, string name, RSA key, bool isAuthority = false)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        return request.Create(issuer, Now.AddYears(-5), Now.AddYears(5), RandomNumberGenerator.GetBytes(8));
    }
}
