using Payshift.Core.Storage;

namespace Payshift.Tests.Storage;

[Collection(ServicesCollection.Name)]
public sealed class TableProbeTests(ServicesFixture services)
{
    [Fact]
    public async Task A_ping_takes_one_request()
    {
        await using var app = new PayshiftApp(services);
        var probe = app.Services.GetRequiredService<ITableProbe>();
        await probe.PingAsync(default);

        using var requests = new RequestCount(services.TablesServer.Port);
        await probe.PingAsync(default);

        Assert.Equal(1, requests.Value);
    }

    [Fact]
    public async Task A_ping_fails_where_nobody_answers()
    {
        await using var app = new PayshiftApp(services, values => values["Payshift:Tables:ConnectionString"] = services.AwayTablesConnectionString);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => app.Services.GetRequiredService<ITableProbe>().PingAsync(default));
    }
}
