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

    private BenchmarkServices(DataFolder folder, ServiceProcess redis, ServiceProcess azurite) =>
        (_folder, _redis, _azurite) = (folder, redis, azurite);

    /// <summary>A place for files that goes with the services.</summary>
    public string Folder => _folder.Path;

    public required int RedisPort { get; init; }

    public required string RedisConnectionString { get; init; }

    public required int TablesPort { get; init; }

    public required string TablesConnectionString { get; init; }

    public static async Task<BenchmarkServices> StartAsync()
    {
        var folder = DataFolder.Open(Directory.CreateTempSubdirectory("payshift-bench-").FullName);
        var redisCommand = RedisCommand.Find();
        var azuriteCommand = AzuriteCommand.Find(null, RepositoryRoot.Find(AppContext.BaseDirectory));
        var (redis, redisPort) = await ServiceStarter.StartAsync(redisCommand, folder, default);
        var (azurite, azuritePort) = await ServiceStarter.StartAsync(azuriteCommand, folder, default);
        return new BenchmarkServices(folder, redis, azurite)
        {
            RedisPort = redisPort,
            RedisConnectionString = redisCommand.ConnectionString(redisPort),
            TablesPort = azuritePort,
            TablesConnectionString = azuriteCommand.ConnectionString(azuritePort),
        };
    }

    /// <summary>Payshift composed as in a host.</summary>
    /// <param name="settings">On top of those that lead to these services.</param>
    /// <param name="replace">Puts others in the place of parts of it.</param>
    public ServiceProvider Compose(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? replace = null)
    {
        var values = new Dictionary<string, string?>
        {
            ["Payshift:Redis:ConnectionString"] = RedisConnectionString,
            ["Payshift:Tables:ConnectionString"] = TablesConnectionString,
        };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        replace?.Invoke(services);
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
