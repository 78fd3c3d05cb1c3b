using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Payshift.Core.Redis;

namespace Payshift.Tests.Redis;

public sealed class RedisCertificateAuthorityTests : IAsyncLifetime
{
    private RedisTls _redis = null!;
    private RedisTls _other = null!;

    public async Task InitializeAsync() => (_redis, _other) = (await RedisTls.StartAsync(), await RedisTls.StartAsync());

    public async Task DisposeAsync()
    {
        await _redis.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public Task A_server_of_the_authority_is_trusted() => HandshakeAsync(_redis.AuthorityPath);

    [Fact]
    public async Task A_server_of_one_of_several_authorities_is_trusted()
    {
        var both = Path.Combine(Path.GetDirectoryName(_other.AuthorityPath)!, "both.pem");
        await File.WriteAllLinesAsync(both, [await File.ReadAllTextAsync(_other.AuthorityPath), await File.ReadAllTextAsync(_redis.AuthorityPath)]);

        await HandshakeAsync(both);
    }

    [Fact]
    public Task A_server_of_another_authority_is_refused() =>
        Assert.ThrowsAsync<AuthenticationException>(() => HandshakeAsync(_other.AuthorityPath));

    [Fact]
    public Task A_certificate_for_another_host_is_refused() =>
        Assert.ThrowsAsync<AuthenticationException>(() => HandshakeAsync(_redis.AuthorityPath, host: "localhost"));

    private async Task HandshakeAsync(string authorityPath, string host = "127.0.0.1")
    {
        var authority = new RedisCertificateAuthority(authorityPath);
        using var client = new TcpClient("127.0.0.1", _redis.Port);
        await using var stream = new SslStream(
            client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, presented, errors) => authority.Trusts(certificate, presented, errors));
        await stream.AuthenticateAsClientAsync(host);
    }
}
