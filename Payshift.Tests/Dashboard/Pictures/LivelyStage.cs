using Payshift.Core.Queue.Stats;
using Payshift.Tests.Dashboard.Stage;
using Payshift.Tests.Scaling;

namespace Payshift.Tests.Dashboard.Pictures;

/// <summary>A shop that has been busy for an hour, with timers that run and one provider that is paused.</summary>
public sealed class LivelyStage : DashboardStage
{
    private const int Minutes = 65;
    private const int PerMinute = 214;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    public override async Task InitializeAsync()
    {
        await InitializeAsync(settings =>
        {
            settings["ProcessSchedule"] = "*/2 * * * * *";
            settings["CleanupSchedule"] = "*/5 * * * * *";
        });
        await this.SeedBatchesAsync(Minutes);
        await this.SeedFailuresAsync(40, number => StageData.Failure(number, DateTimeOffset.UtcNow.AddMinutes(-2 - (number * 1.5))));

        using var paused = await Host.Client.PostAsync(new Uri("/payment/admin/queue/pause?provider=gocardless", UriKind.Relative), null);
        Assert.True(paused.IsSuccessStatusCode);
        foreach (var provider in Secrets.Keys)
        {
            await SendAsync(provider);
            await SendAsync(provider, $"fails-once-{provider}");
        }

        await SendAsync("adyen", "fails-always-adyen", "CAPTURE");
        await Eventually.TrueAsync(
            async () => (await App.Queue.GetStatsAsync()) is { ReadyHigh: 0, ReadyNormal: 0, ReadyLow: 0, InFlight: 0, Scheduled: 0 },
            Soon,
            "all but the paused provider's webhooks are processed");
    }

    /// <summary>The queue's counters, and what the timer would have noted of them each minute, before the timer notes its own.</summary>
    private protected override async Task PrepareAsync()
    {
        var history = new HistoryFiller(Services);
        var now = DateTimeOffset.UtcNow;
        for (var minute = 0; minute < Minutes; minute++)
        {
            await history.WriteAsync(now.AddMinutes(minute - Minutes), Totals(minute));
        }

        var totals = Totals(Minutes - 1);
        var redis = Services.Redis.GetDatabase();
        foreach (var (name, value) in new[] { ("received", totals.Received), ("processed", totals.Processed), ("retried", totals.Retried), ("failed", totals.Failed) })
        {
            await redis.HashIncrementAsync("payshift:{0}:counters", name, value);
        }
    }

    private static QueueCounters Totals(int minute)
    {
        long received = minute * PerMinute;
        var failed = received / 160;
        return new QueueCounters(received, received / 40, received - failed, received / 30, failed, 0);
    }
}
