using StackExchange.Redis;

namespace Payshift.Tests.Infrastructure;

/// <summary>A real Redis Cluster of three masters, shared by all tests that need no more.</summary>
public sealed class RedisClusterFixture : IAsyncLifetime, IRedisServers
{
    private RedisCluster? _cluster;

    public string RedisConnectionString => $"{_cluster!.ConnectionString},{PatientRedis.Timeouts}";

    public ConnectionMultiplexer Redis { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _cluster = await RedisCluster.StartAsync();
        Redis = await ConnectionMultiplexer.ConnectAsync($"{RedisConnectionString},allowAdmin=true");
    }

    public async Task DisposeAsync()
    {
        await Redis.DisposeAsync();
        await _cluster!.DisposeAsync();
    }
}
