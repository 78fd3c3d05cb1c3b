using Payshift.Core.Queue.Stats;
using Payshift.Core.Scaling.History;
using StackExchange.Redis;

namespace Payshift.Tests.Scaling.History;

[Collection(ServicesCollection.Name)]
public sealed class RedisArrivalHistoryTests(ServicesFixture services) : ServicesTest(services)
{
    private const int Window = HistoryConstants.WindowMinutes;

    private IDatabase Redis => Services.Redis.GetDatabase();

    [Fact]
    public async Task What_was_noted_is_read_with_the_time_of_Redis()
    {
        await using var app = new PayshiftApp(Services);
        var history = History(app);
        var before = await RedisTimeAsync();
        Assert.True(await history.RecordAsync(new QueueCounters(1, 2, 3, 4, 5, long.MaxValue >> 11)));

        var sample = Assert.Single(await history.ReadAsync(5));

        Assert.Equal(new QueueCounters(1, 2, 3, 4, 5, long.MaxValue >> 11), sample.Totals);
        Assert.InRange(sample.At, before.AddMilliseconds(-1), await RedisTimeAsync());
    }

    [Fact]
    public async Task Of_a_minute_the_first_is_kept_whoever_else_writes()
    {
        await using var app = new PayshiftApp(Services);
        var history = History(app);
        await using var other = new PayshiftApp(Services);
        RedisArrivalHistory[] writers = [history, History(other)];

        var first = await Task.WhenAll(Enumerable.Range(0, 50).Select(total => writers[total % 2].RecordAsync(Received(total))));

        // A minute may have ended meanwhile.
        var kept = await history.ReadAsync(5);
        Assert.InRange(kept.Count, 1, 2);
        Assert.Equal(kept.Count, first.Count(isFirst => isFirst));
    }

    [Fact]
    public async Task Missed_minutes_are_missing_and_the_rest_is_read_in_order_across_the_end_of_the_ring()
    {
        await using var app = new PayshiftApp(Services);
        var history = History(app);
        var now = await RedisTimeAsync();
        // So far back that the ring's end lies between.
        int[] ago = [Window - 2, Window / 2, 30, 3, 1];
        foreach (var minutes in ago)
        {
            await WriteAsync(now.AddMinutes(-minutes), minutes);
        }

        Assert.Equal(ago.Select(minutes => (long)minutes), (await history.ReadAsync(Window)).Select(sample => sample.Totals.Received));
        Assert.Equal([30, 3, 1], (await history.ReadAsync(60)).Select(sample => sample.Totals.Received));
        Assert.Equal([3, 1], (await history.ReadAsync(5)).Select(sample => sample.Totals.Received));
    }

    [Fact]
    public async Task What_left_the_window_is_overwritten_and_never_read()
    {
        await using var app = new PayshiftApp(Services);
        var history = History(app);
        var now = await RedisTimeAsync();
        for (var minutes = -1; minutes <= 1; minutes++)
        {
            await WriteAsync(now.AddMinutes(minutes - Window), 666);
        }

        Assert.DoesNotContain(await history.ReadAsync(Window), sample => sample.At <= now.AddMinutes(-Window));
        Assert.True(await history.RecordAsync(Received(7)));

        Assert.Equal(7, (await history.ReadAsync(5)).Single().Totals.Received);
        Assert.InRange(await Redis.StringLengthAsync(HistoryConstants.Key), HistoryConstants.RecordBytes, Window * HistoryConstants.RecordBytes);
    }

    [Fact]
    public async Task It_goes_when_nobody_writes_for_its_window()
    {
        await using var app = new PayshiftApp(Services);
        var history = History(app);
        await history.RecordAsync(Received(1));

        Assert.InRange((await Redis.KeyTimeToLiveAsync(HistoryConstants.Key))!.Value, TimeSpan.FromDays(7.9), TimeSpan.FromDays(8));
    }

    [Fact]
    public async Task Nothing_noted_is_nothing_read()
    {
        await using var app = new PayshiftApp(Services);
        var history = History(app);
        Assert.Empty(await history.ReadAsync(Window));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Window + 1)]
    public async Task More_than_the_window_cannot_be_asked_for(int minutes)
    {
        await using var app = new PayshiftApp(Services);
        var history = History(app);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => history.ReadAsync(minutes));
    }

    [Fact]
    public async Task Redis_out_of_reach_is_told()
    {
        await using var app = new PayshiftApp(Services, settings => settings["Payshift:Redis:ConnectionString"] = "127.0.0.1:1");
        var history = History(app);

        await Assert.ThrowsAsync<QueueUnavailableException>(() => history.RecordAsync(Received(1)));
        await Assert.ThrowsAsync<QueueUnavailableException>(() => history.ReadAsync(5));
    }

    private static RedisArrivalHistory History(PayshiftApp app) => app.Services.GetRequiredService<RedisArrivalHistory>();

    private static QueueCounters Received(long received) => new(received, 0, 0, 0, 0, 0);

    private async Task<DateTimeOffset> RedisTimeAsync() => await Services.Redis.GetServers()[0].TimeAsync();

    private Task WriteAsync(DateTimeOffset at, long received) => new HistoryFiller(Services).WriteAsync(at, received);
}
