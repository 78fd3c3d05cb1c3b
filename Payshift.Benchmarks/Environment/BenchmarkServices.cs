using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Payshift.Core.Hosting;
using Payshift.LocalHost.Services;
using Payshift.LocalHost.Startup;
using StackExchange.Redis;

namespace Payshift.Benchmarks.Environment;

/// <summary>A Redis and an Azurite of their own for one benchmark, in a folder that goes with them.</summary>
internal sealed class BenchmarkServices : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly ServiceProcess _redis;
    private readonly ServiceProcess _azurite;

    private BenchmarkServices(
        DataFolder folder, ServiceProcess redis, ServiceProcess azurite, string redisConnectionString, string tablesConnectionString)
    {
        (_folder, _redis, _azurite) = (folder, redis, azurite);
        (RedisConnectionString, TablesConnectionString) = (redisConnectionString, tablesConnectionString);
    }

    public string RedisConnectionString { get; }

    public string TablesConnectionString { get; }

    public static async Task<BenchmarkServices> StartAsync()
    {
        var folder = DataFolder.Open(Directory.CreateTempSubdirectory("payshift-bench-").FullName);
        var redisCommand = RedisCommand.Find();
        var azuriteCommand = AzuriteCommand.Find(null, Checkout.Find(AppContext.BaseDirectory));
        var (redis, redisPort) = await ServiceStarter.StartAsync(redisCommand, folder, default);
        var (azurite, azuritePort) = await ServiceStarter.StartAsync(azuriteCommand, folder, default);
        return new BenchmarkServices(
            folder, redis, azurite, redisCommand.ConnectionString(redisPort), azuriteCommand.ConnectionString(azuritePort));
    }

    /// <summary>Payshift composed as in a host.</summary>
    public ServiceProvider Compose(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var values = new Dictionary<string, string?>(settings)
        {
            ["Payshift:Redis:ConnectionString"] = RedisConnectionString,
            ["Payshift:Tables:ConnectionString"] = TablesConnectionString,
        };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return services.BuildServiceProvider();
    }

    public Task<ConnectionMultiplexer> ConnectRedisAsync() => ConnectionMultiplexer.ConnectAsync($"{RedisConnectionString},allowAdmin=true");

    public async ValueTask DisposeAsync()
    {
        await _redis.DisposeAsync();
        await _azurite.DisposeAsync();
        _folder.Dispose();
        Directory.Delete(_folder.Path, recursive: true);
    }
}
