using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Payshift.LocalHost;
using Payshift.LocalHost.Services;
using Payshift.LocalHost.Startup;
using Payshift.Tests.LocalHost.Support;
using StackExchange.Redis;

namespace Payshift.Tests.LocalHost.Services;

/// <summary>With a real redis-server and a real Azurite.</summary>
public sealed class LocalServicesTests : IDisposable
{
    private static readonly string? Root = RepositoryRoot.Find(AppContext.BaseDirectory);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_start_finds_what_the_first_kept()
    {
        await using (var first = await StartAsync())
        {
            await KeepAsync(first.Settings, "kept");
        }

        await using var second = await StartAsync();

        Assert.Equal("kept", await ReadRedisAsync(second.Settings));
        Assert.Equal("kept", await ReadTableAsync(second.Settings));
    }

    [Fact]
    public async Task Stopping_leaves_no_process_and_no_pid_file()
    {
        var started = await StartAsync();
        var pids = started.Services.Running.Select(service => service.Pid).ToList();

        await started.DisposeAsync();

        Assert.Equal(2, pids.Count);
        Assert.All(pids, pid => Assert.Null(ProcessIdentity.Of(pid)));
        Assert.Empty(Directory.GetFiles(_folder.Path, "redis.pid"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "azurite.pid"));
    }

    [Fact]
    public async Task Services_of_a_killed_host_are_replaced_and_their_data_stays()
    {
        var killed = await StartAsync();
        await KeepAsync(killed.Settings, "kept");
        var orphans = killed.Services.Running.Select(service => service.Pid).ToList();
        // What is left of a host after SIGKILL: no lock, but the services.
        killed.Folder.Dispose();

        await using var next = await StartAsync();

        Assert.All(orphans, pid => Assert.Null(ProcessIdentity.Of(pid)));
        Assert.Equal("kept", await ReadRedisAsync(next.Settings));
        Assert.Equal("kept", await ReadTableAsync(next.Settings));
    }

    [Fact]
    public async Task Configured_services_are_not_started()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Payshift:Redis:ConnectionString", "redis:6379"),
            new("Payshift:Tables:ServiceUri", "https://name.table.core.windows.net"),
        ]).Build();

        await using var services = LocalServices.Plan(configuration, azurite: null, Root);

        Assert.True(services.IsEmpty);
    }

    [Fact]
    public async Task Host_stops_with_an_error_when_a_service_dies()
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=None",
            "--Payshift:Tables:ConnectionString=configured",
            $"--Payshift:LocalHost:DataFolder={_folder.Path}",
        ];
        await using var host = await LocalHostBuilder.BuildAsync(args, TestHost.With(), CancellationToken.None);
        var running = host.RunAsync(TextWriter.Null, CancellationToken.None);
        await Eventually.TrueAsync(() => host.App.Lifetime.ApplicationStarted.IsCancellationRequested, Patience.Long, "the host runs");

        var pid = ProcessIdentity.Parse(await File.ReadAllTextAsync(_folder.File("redis.pid")))!;
        ServiceSignals.SendKill(pid);

        Assert.Equal(1, await running.WaitAsync(Patience.Long));
    }

    private async Task<Started> StartAsync()
    {
        var folder = DataFolder.Open(_folder.Path);
        var services = LocalServices.Plan(new ConfigurationBuilder().Build(), azurite: null, Root);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(await services.StartAsync(folder, CancellationToken.None))
            .Build();
        return new Started(folder, services, settings);
    }

    private static async Task KeepAsync(IConfiguration settings, string value)
    {
        await using var redis = await RedisAsync(settings);
        await redis.GetDatabase().StringSetAsync("test", value);
        var table = Table(settings);
        await table.CreateIfNotExistsAsync();
        await table.UpsertEntityAsync(new TableEntity("partition", "row") { ["Value"] = value });
    }

    private static async Task<string?> ReadRedisAsync(IConfiguration settings)
    {
        await using var redis = await RedisAsync(settings);
        return await redis.GetDatabase().StringGetAsync("test");
    }

    private static async Task<string?> ReadTableAsync(IConfiguration settings) =>
        (await Table(settings).GetEntityAsync<TableEntity>("partition", "row")).Value.GetString("Value");

    private static async Task<ConnectionMultiplexer> RedisAsync(IConfiguration settings) =>
        await ConnectionMultiplexer.ConnectAsync($"{settings["Payshift:Redis:ConnectionString"]},{PatientRedis.Timeouts}");

    private static TableClient Table(IConfiguration settings) => new(settings["Payshift:Tables:ConnectionString"], "Test");

    private sealed record Started(DataFolder Folder, LocalServices Services, IConfiguration Settings) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Services.DisposeAsync();
            Folder.Dispose();
        }
    }
}
