using Payshift.Core.Processing;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Receiving;
using Payshift.Tests.Queue;

namespace Payshift.Tests.Receiving.Inbox;

/// <summary>From an outage of a real Redis to the handler.</summary>
[Collection(ServicesCollection.Name)]
public sealed class OverflowTests(ServicesFixture services) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly DateTimeOffset _started = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
    private int _samples;
    private ServerProcess _redis = null!;

    public async Task InitializeAsync()
    {
        await InboxRows.EmptyAsync(services);
        _redis = await ServerProcess.StartRedisAsync();
    }

    public async Task DisposeAsync()
    {
        await _redis.DisposeAsync();
        await InboxRows.EmptyAsync(services);
    }

    [Fact]
    public async Task What_came_while_redis_was_dead_is_handled_once_in_order_of_priority_after_its_return()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler, PatientRedis.ConnectionString(_redis.Port));
        var before = Sample("before", WebhookPriority.Normal);
        await KeepAsync(app, before);
        await _redis.KillAsync();

        Webhook[] during = [Sample("low", WebhookPriority.Low), Sample("normal 1", WebhookPriority.Normal), Sample("normal 2", WebhookPriority.Normal), Sample("high", WebhookPriority.High)];
        foreach (var webhook in during)
        {
            Assert.Equal(new EnqueueResult(1, 0), await KeepAsync(app, webhook));
        }

        await KeepAsync(app, [.. during.Prepend(before).Select(webhook => webhook with { ReceivedAt = webhook.ReceivedAt.AddSeconds(1) })]);
        Assert.Equal(QueueRunEnd.Unavailable, (await app.Drain.ProcessAsync()).End);
        Assert.Equal(9, await InboxRows.CountAsync(services));

        await _redis.RestartAsync();
        // A run that finds Redis only after its import would begin with what Redis holds.
        await ConnectedQueue.UntilAnsweredAsync(() => app.Queue.GetStatsAsync(), "Redis answers");
        await ProcessUntilAsync(app, handled: 5, handler);

        Assert.Equal(["high", "before", "normal 1", "normal 2", "low"], handler.Attempts.Select(attempt => attempt.Webhook.EventType));
        Assert.Equal(0, await InboxRows.CountAsync(services));
        Assert.Equal((5, 5, 5), Counters((await app.Queue.GetStatsAsync()).Counters));
    }

    [Fact]
    public async Task What_redis_took_though_its_answer_was_lost_is_handled_once()
    {
        var handler = new FakeHandler();
        await using var app = Create(handler, $"127.0.0.1:{_redis.Port}");
        var before = Sample("before", WebhookPriority.Normal);
        await ConnectedQueue.UntilAnsweredAsync(() => app.Queue.EnqueueAsync([before]), "Redis takes a webhook");
        await _redis.PauseAsync();

        var during = Enumerable.Range(0, 20).Select(number => Sample($"during {number}", WebhookPriority.High)).ToArray();
        var results = await Task.WhenAll(during.Select(webhook => KeepAsync(app, webhook)));
        Assert.All(results, result => Assert.Equal(new EnqueueResult(1, 0), result));
        Assert.Equal(20, await InboxRows.CountAsync(services));

        await _redis.ResumeAsync();
        await ProcessUntilAsync(app, handled: 21, handler);

        Assert.Equal(21, handler.Attempts.Select(attempt => attempt.Webhook.Id).Distinct().Count());
        Assert.Equal(0, await InboxRows.CountAsync(services));
    }

    private PayshiftApp Create(FakeHandler handler, string redis) => new(
        services,
        settings =>
        {
            settings["Payshift:Redis:ConnectionString"] = redis;
            settings["Payshift:Redis:Partitions"] = "1";
            settings["Payshift:Tables:Buckets"] = "1";
            settings["Payshift:Receiving:Overflow"] = "Table";
            settings["Payshift:Processing:Concurrency"] = "1";
            settings["Payshift:Processing:BatchSize"] = "1";
        },
        collection => collection.AddSingleton<IWebhookBatchHandler>(handler));

    /// <summary>Again where the machine was too busy to write a row within the 2.5 s that there are: the row is the same.</summary>
    private static Task<EnqueueResult> KeepAsync(PayshiftApp app, params Webhook[] webhooks) =>
        ConnectedQueue.UntilAnsweredAsync(() => app.Services.GetRequiredService<WebhookEnqueuer>().EnqueueAsync(webhooks), "webhooks are kept");

    private Webhook Sample(string name, WebhookPriority priority) => SampleWebhooks.Create($"{_run} {name}", priority) with
    {
        EventType = name,
        // Rows of one millisecond have no order of arrival.
        ReceivedAt = _started.AddMilliseconds(_samples++),
    };

    private static (long Received, long Processed, long Duplicate) Counters(QueueCounters counters) =>
        (counters.Received, counters.Processed, counters.Duplicate);

    private static Task ProcessUntilAsync(PayshiftApp app, int handled, FakeHandler handler) => Eventually.TrueAsync(async () =>
    {
        await app.Drain.ProcessAsync();
        Assert.True(handler.Attempts.Count() <= handled, "A webhook took effect twice.");
        return handler.Attempts.Count() == handled;
    }, Soon, $"{handled} webhooks are handled");
}
