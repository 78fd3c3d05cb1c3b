using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Payshift.Tests.Infrastructure;

/// <summary>A real Redis that speaks TLS only, with a certificate for 127.0.0.1 from an authority of its own.</summary>
internal sealed class RedisTls : IAsyncDisposable
{
    private readonly ServerProcess _server;

    private RedisTls(ServerProcess server) => _server = server;

    public int Port => _server.Port;

    public string ConnectionString => $"127.0.0.1:{Port},ssl=true";

    /// <summary>The file with the authority's certificate.</summary>
    public string AuthorityPath => Path.Combine(_server.DataFolder, "authority.pem");

    public static async Task<RedisTls> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("payshift-test-").FullName;
        using var authority = CreateAuthority();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = CreateCertificate(authority, key);
        await File.WriteAllTextAsync(Path.Combine(folder, "authority.pem"), authority.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "server.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "server.key"), key.ExportPkcs8PrivateKeyPem());
        return new RedisTls(await ServerProcess.StartRedisOverTlsAsync(
            folder,
            "--tls-auth-clients", "no",
            "--tls-ca-cert-file", Path.Combine(folder, "authority.pem"),
            "--tls-cert-file", Path.Combine(folder, "server.pem"),
            "--tls-key-file", Path.Combine(folder, "server.key")));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static X509Certificate2 CreateAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=An authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    private static X509Certificate2 CreateCertificate(X509Certificate2 authority, ECDsa key)
    {
        var request = new CertificateRequest("CN=Redis", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request.Create(authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(16));
    }
}
