using StackExchange.Redis;

namespace Payshift.Tests.Infrastructure;

/// <summary>A real Redis and a real Azurite for the tests of a collection.</summary>
public sealed class ServicesFixture : IAsyncLifetime, IRedisServers
{
    private ServerProcess? _redis;
    private ServerProcess? _azurite;

    public string RedisConnectionString => PatientRedis.ConnectionString(_redis!.Port);

    public string TablesConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"TableEndpoint=http://127.0.0.1:{_azurite!.Port}/devstoreaccount1;";

    /// <summary>The connection string of an account where nobody answers.</summary>
    public string AwayTablesConnectionString =>
        TablesConnectionString.Replace($":{_azurite!.Port}/", ":1/", StringComparison.Ordinal);

    public ConnectionMultiplexer Redis { get; private set; } = null!;

    internal ServerProcess RedisServer => _redis!;

    internal ServerProcess TablesServer => _azurite!;

    public async Task InitializeAsync()
    {
        var (redis, azurite) = (ServerProcess.StartRedisAsync(), ServerProcess.StartAzuriteAsync());
        _redis = await redis;
        _azurite = await azurite;
        Redis = await ConnectionMultiplexer.ConnectAsync($"{RedisConnectionString},allowAdmin=true");
    }

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        await _azurite!.DisposeAsync();
        await _redis!.DisposeAsync();
    }

    public Task EmptyRedisAsync() => this.EmptyAsync();
}
