using Microsoft.Extensions.Options;
using Payshift.Core.Redis;
using Payshift.Core.Redis.Circuits;

namespace Payshift.Tests.Redis.Circuits;

[Collection(ServicesCollection.Name)]
public sealed class RedisCircuitRegistryTests(ServicesFixture services) : ServicesTest(services)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_one_worker_reports_every_worker_reads()
    {
        await using var one = Connect(Services.RedisConnectionString);
        await using var other = Connect(Services.RedisConnectionString);
        var (writer, reader) = (new RedisCircuitRegistry(one), new RedisCircuitRegistry(other));

        await writer.ReportOpenAsync("tables", "does not answer", TimeSpan.FromMinutes(1));
        await writer.ReportOpenAsync("stripe", "Its API answered 429.", TimeSpan.FromMinutes(2));
        var since = (await reader.GetOpenAsync()).Single(circuit => circuit.Name == "tables").Since;
        await writer.ReportOpenAsync("tables", "still does not", TimeSpan.FromMinutes(1));

        var open = (await reader.GetOpenAsync()).ToDictionary(circuit => circuit.Name);
        Assert.Equal(["stripe", "tables"], open.Keys.Order());
        Assert.Equal((since, "still does not"), (open["tables"].Since, open["tables"].Reason));
        var expiry = await Services.Redis.GetDatabase().KeyTimeToLiveAsync("payshift:{control}:circuits");
        Assert.InRange(expiry!.Value, TimeSpan.FromMinutes(1.5), TimeSpan.FromMinutes(2));

        await writer.ReportClosedAsync("tables");
        Assert.Equal("stripe", Assert.Single(await reader.GetOpenAsync()).Name);
    }

    [Fact]
    public async Task A_report_ends_by_itself()
    {
        await using var connection = Connect(Services.RedisConnectionString);
        var registry = new RedisCircuitRegistry(connection);
        await registry.ReportOpenAsync("stripe", "long", TimeSpan.FromMinutes(5));
        await registry.ReportOpenAsync("tables", "short", TimeSpan.FromMilliseconds(30));

        await Eventually.TrueAsync(async () => (await registry.GetOpenAsync()).Count == 1, Soon, "the short one ended");
        Assert.Equal("stripe", Assert.Single(await registry.GetOpenAsync()).Name);
    }

    [Fact]
    public async Task Reporting_while_redis_is_away_is_no_error()
    {
        await using var connection = Connect("127.0.0.1:1");
        await new RedisCircuitRegistry(connection).ReportOpenAsync("tables", "away", TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<QueueUnavailableException>(() => new RedisCircuitRegistry(connection).GetOpenAsync());
    }

    private static RedisConnection Connect(string connectionString) =>
        new(Options.Create(new RedisOptions { ConnectionString = connectionString }), UnheardTelemetry.Instance);
}
