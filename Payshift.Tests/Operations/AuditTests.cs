using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Storage.Audit;

namespace Payshift.Tests.Operations;

[Collection(ServicesCollection.Name)]
public sealed class AuditTests(ServicesFixture services)
{
    private readonly string _who = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task An_action_is_written_down_with_who_what_how_many_and_when()
    {
        await using var app = new PayshiftApp(services);
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);

        Assert.Equal("result", await Trail(app).RunAsync(_who, AuditAction.Retry, "id", () => Task.FromResult("result"), _ => (3, "three")));

        var entry = Assert.Single(await OwnAsync(app));
        Assert.Equal((AuditAction.Retry, "id", AuditOutcome.Done, 3, "three"), (entry.Action, entry.Target, entry.Outcome, entry.Count, entry.Detail));
        Assert.InRange(entry.At, before, DateTimeOffset.UtcNow.AddSeconds(1));
    }

    [Fact]
    public async Task An_action_is_written_down_before_it_ends()
    {
        await using var app = new PayshiftApp(services);
        await Trail(app).RunAsync(_who, AuditAction.Cleanup, null, async () => Assert.Single(await OwnAsync(app)), during =>
        {
            Assert.Equal((AuditOutcome.Begun, null, null), (during.Outcome, during.Count, during.Target));
            return (0, null);
        });
    }

    [Fact]
    public async Task An_action_that_fails_is_written_down_and_fails()
    {
        await using var app = new PayshiftApp(services);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            Trail(app).RunAsync<int>(_who, AuditAction.Process, null, () => throw new TimeoutException("secret"), _ => (0, null)));

        var entry = Assert.Single(await OwnAsync(app));
        Assert.Equal((AuditOutcome.Failed, "TimeoutException"), (entry.Outcome, entry.Detail));
    }

    [Fact]
    public async Task Table_storage_being_away_stops_no_action()
    {
        await using var app = new PayshiftApp(services, values => values["Payshift:Tables:ConnectionString"] =
            services.AwayTablesConnectionString);
        Assert.Equal(5, await Trail(app).RunAsync(_who, AuditAction.Pause, null, () => Task.FromResult(5), _ => (1, null)));
    }

    [Fact]
    public async Task Entries_come_newest_first_in_pages()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2001, 1, 1, 23, 59, 58, TimeSpan.Zero).AddDays(Random.Shared.Next(9000)));
        await using var app = new PayshiftApp(services, configure: collection => collection.AddSingleton<TimeProvider>(clock));
        var from = clock.GetUtcNow();
        for (var number = 0; number < 5; number++)
        {
            await Trail(app).RunAsync(_who, AuditAction.Retry, $"{number}", () => Task.FromResult(1), _ => (1, null));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        var store = app.Services.GetRequiredService<AuditTable>();
        var first = await store.ListAsync(from, clock.GetUtcNow(), null, 3, default);
        var second = await store.ListAsync(from, clock.GetUtcNow(), first.Continuation, 3, default);

        Assert.Equal(["4", "3", "2", "1", "0"], first.Entries.Concat(second.Entries).Select(entry => entry.Target));
        Assert.Null(second.Continuation);
    }

    private static AuditTrail Trail(PayshiftApp app) => app.Services.GetRequiredService<AuditTrail>();

    private async Task<IReadOnlyList<AuditEntry>> OwnAsync(PayshiftApp app)
    {
        var page = await app.Services.GetRequiredService<AuditTable>()
            .ListAsync(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), null, 1000, default);
        return [.. page.Entries.Where(entry => entry.Who == _who)];
    }
}
