using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Redis.Circuits;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;
using StackExchange.Redis;

namespace Payshift.Tests.Dashboard.Pages;

/// <summary>Its stage has an hour of batches.</summary>
public sealed class OverviewPageTests(BrowserFixture browser, OverviewPageTests.FilledStage stage)
    : PageTest(browser, stage), IClassFixture<OverviewPageTests.FilledStage>
{
    private const string Visibility = "hidden => { Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden }); document.dispatchEvent(new Event('visibilitychange')); }";

    private const string Process = "ProcessBatches";

    private IDatabase Redis => Stage.Services.Redis.GetDatabase();

    public override async Task InitializeAsync()
    {
        await Stage.Services.EmptyRedisAsync();
        await base.InitializeAsync();
    }

    [Fact]
    public async Task Numbers_follow_the_queue_without_a_reload()
    {
        var page = await OpenAsync();
        await Expect(page.Metric("Waiting")).ToHaveTextAsync("0");
        await Stage.SendAsync("stripe");

        await Expect(page.Metric("Waiting")).ToHaveTextAsync("1");
        await Stage.ProcessAsync();

        await Expect(page.Metric("Waiting")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task Nothing_is_asked_while_the_tab_is_hidden()
    {
        var page = await OpenAsync();
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await Expect(page.Metric("Waiting")).ToHaveTextAsync("0");
        var stopped = await StopClockAfterAnswerAsync(page);
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.EndsWith("/admin/stats", StringComparison.Ordinal) ? 1 : 0;

        await page.Clock.RunForAsync(2_000);
        await ExpectAnswerAsync(page, stopped.AddSeconds(2));
        Assert.Equal(1, asked);

        await page.EvaluateAsync(Visibility, true);
        await page.Clock.RunForAsync(60_000);
        Assert.Equal(1, asked);

        await page.RunAndWaitForResponseAsync(() => page.EvaluateAsync(Visibility, false), "**/admin/stats");
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_tab_that_comes_and_goes_during_a_call_asks_no_oftener_than_before()
    {
        var page = await OpenAsync();
        await page.Clock.InstallAsync();
        await page.ReloadAsync();
        await Expect(page.Metric("Waiting")).ToHaveTextAsync("0");
        await StopClockAfterAnswerAsync(page);
        var asked = 0;
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/admin/stats", async route =>
        {
            asked++;
            await go.Task;
            await route.ContinueAsync();
        });
        await page.RunAndWaitForRequestAsync(() => page.Clock.RunForAsync(2_000), "**/admin/stats");
        await page.EvaluateAsync(Visibility, true);
        await page.RunAndWaitForResponseAsync(
            async () =>
            {
                await page.EvaluateAsync(Visibility, false);
                go.SetResult();
            },
            "**/admin/stats");
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Where_all_is_well_it_says_so()
    {
        await RunTimerAsync(TimeSpan.FromMinutes(1));
        var page = await OpenAsync();

        await Expect(Alerts(page).GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["Nothing needs you. Timers run, everybody answers, and nothing waits too long."]);
    }

    [Fact]
    public async Task A_timer_that_nobody_runs_any_more_is_an_alert()
    {
        await RunTimerAsync(-TimeSpan.FromMinutes(10));
        var page = await OpenAsync();

        await Expect(Alert(page, $"{Process} stands still.")).ToHaveClassAsync("alert alert-bad");
        await Expect(page.Part("Timers").GetByText("late", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_timer_that_never_ran_is_an_alert()
    {
        var page = await OpenAsync();
        await Expect(Alert(page, $"{Process} never ran.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_open_circuit_is_an_alert_with_its_reason_until_it_closes()
    {
        var circuits = Stage.App.Services.GetRequiredService<ICircuitRegistry>();
        await circuits.ReportOpenAsync("paystack", "Its API answered 401: the key is not accepted.", TimeSpan.FromMinutes(5));
        var page = await OpenAsync();

        await Expect(Alert(page, "The circuit of paystack's API is open.")).ToContainTextAsync("Its API answered 401: the key is not accepted.");
        await circuits.ReportClosedAsync("paystack");
        await Expect(Alert(page, "paystack")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_head_that_waits_too_long_is_an_alert()
    {
        await Stage.SendAsync("stripe");
        for (var partition = 0; partition < 4; partition++)
        {
            foreach (var waiting in await Redis.SortedSetRangeByRankAsync(Key(partition)))
            {
                await Redis.SortedSetDecrementAsync(Key(partition), waiting, TimeSpan.FromMinutes(12).TotalMicroseconds);
            }
        }

        var page = await OpenAsync();

        await Expect(Alert(page, "Webhooks wait too long.")).ToContainTextAsync("12 min ago");

        static string Key(int partition) => $"payshift:{{{partition}}}:ready";
    }

    [Fact]
    public async Task A_backlog_that_grows_is_an_alert()
    {
        await Stage.App.Queue.EnqueueAsync([.. Enumerable.Range(0, 120).Select(number => StageData.Failure(number, DateTimeOffset.UtcNow).Webhook)]);
        var lately = DateTimeOffset.UtcNow.AddSeconds(-5);
        await NoteTotalsAsync(lately.AddMinutes(-5), received: 0, processed: 0);
        await NoteTotalsAsync(lately, received: 500, processed: 380);
        var page = await OpenAsync();

        await Expect(Alert(page, "The backlog grows.")).ToContainTextAsync("100 a minute came and 76 went");
        await Expect(page.Metric("In, 5 min")).ToHaveTextAsync("100");
    }

    [Fact]
    public async Task A_pause_is_an_alert_that_leads_to_where_it_ends()
    {
        using var paused = await Stage.Host.Client.PostAsync(new Uri("/payment/admin/queue/pause?provider=adyen", UriKind.Relative), null);
        paused.EnsureSuccessStatusCode();
        var page = await OpenAsync();
        await Alert(page, "adyen is paused.").GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.Button("Resume adyen")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_Redis_that_fills_up_is_an_alert()
    {
        var server = Stage.Services.Redis.GetServers().Single();
        var used = long.Parse((await server.InfoAsync("memory")).Single().First(line => line.Key == "used_memory").Value, CultureInfo.InvariantCulture);
        await server.ConfigSetAsync("maxmemory", $"{used * 10 / 9}");
        try
        {
            var page = await OpenAsync();
            await Expect(Alert(page, "Redis fills up.")).ToBeVisibleAsync();
        }
        finally
        {
            await server.ConfigSetAsync("maxmemory", "0");
        }
    }

    [Fact]
    public async Task Outages_are_told_and_end_by_themselves()
    {
        var own = await DashboardStage.StartAsync();
        try
        {
            var page = await OpenAsync(stage: own);
            Faults.Allow("status of 503");
            // The stage ends before its page.
            Faults.Allow("net::ERR_");
            await Expect(page.GetByText(new Regex("^Live"))).ToBeVisibleAsync();

            await own.Services.RedisServer.KillAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Redis or Table Storage does not answer.");
            await Expect(page.GetByText(new Regex("^Not live"))).ToBeVisibleAsync();
            await Expect(page.GetByText("Nothing needs you.")).ToHaveCountAsync(0);
            await page.AssertAccessibleAsync();

            await own.Services.RedisServer.RestartAsync();
            await Expect(page.GetByText(new Regex("^Live"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

            await own.Services.TablesServer.PauseAsync();
            await Expect(Alert(page, "Table Storage")).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await own.Services.TablesServer.ResumeAsync();
            await Expect(Alert(page, "Table Storage")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        }
        finally
        {
            await own.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(Look.Light, "47,111,219")]
    [InlineData(Look.Dark, "110,161,255")]
    public async Task Charts_are_drawn_in_the_colours_of_the_page(Look look, string received)
    {
        var page = await OpenAsync(look: look);
        var chart = page.Part("Webhooks a minute, last hour").Locator("canvas");
        await Expect(chart).ToBeVisibleAsync();

        await Eventually.TrueAsync(
            () => chart.EvaluateAsync<bool>(
                """
                (canvas, wanted) => {
                  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                  for (let at = 0; at < data.length; at += 4) {
                    if (data.slice(at, at + 3).join() === wanted && data[at + 3] === 255) return true;
                  }
                  return false;
                }
                """,
                received),
            TimeSpan.FromSeconds(30),
            "the line of what was received is drawn");
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.LightPhone)]
    [InlineData(Look.DarkPhone)]
    public async Task It_is_accessible_with_alerts(Look look)
    {
        await RunTimerAsync(-TimeSpan.FromMinutes(10));
        await Stage.App.Services.GetRequiredService<ICircuitRegistry>().ReportOpenAsync("tables", "Table Storage does not answer.", TimeSpan.FromMinutes(5));
        var page = await OpenAsync(look: look);
        await page.ReloadAsync();
        await Expect(page.Part("Webhooks a minute, last hour").Locator("canvas")).ToBeVisibleAsync();
        await Expect(Alert(page, "The circuit of Table Storage is open.")).ToBeVisibleAsync();

        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
    }

    [Fact]
    public async Task Nothing_moves_when_numbers_arrive()
    {
        await RunTimerAsync(TimeSpan.FromMinutes(1));
        var page = await OpenAsync();
        await page.AddInitScriptAsync(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value; })).observe({ type: 'layout-shift', buffered: true });");
        await page.ReloadAsync();
        await Expect(page.Part("From receipt to record, last hour").Locator("canvas")).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing needs you.")).ToBeVisibleAsync();

        Assert.InRange(await page.EvaluateAsync<double>("() => window.moved"), 0, 0.01);
    }

    /// <summary>Stops the page's clock where an answer has just come and the next call is two seconds away.</summary>
    private static async Task<DateTimeOffset> StopClockAfterAnswerAsync(IPage page)
    {
        var at = await page.StopClockAsync();
        await ExpectAnswerAsync(page, at);
        return at;
    }

    /// <summary>The page tells when the last answer came, by its own clock in Kolkata.</summary>
    private static Task ExpectAnswerAsync(IPage page, DateTimeOffset at) =>
        Expect(page.Locator(".live-time")).ToHaveTextAsync(at.ToOffset(TimeSpan.FromHours(5.5)).ToString("HH:mm:ss", CultureInfo.InvariantCulture));

    private static ILocator Alerts(IPage page) => page.GetByRole(AriaRole.List, new() { Name = "Alerts" });

    private static ILocator Alert(IPage page, string text) => Alerts(page).GetByRole(AriaRole.Listitem).Filter(new() { HasText = text });

    private Task<int> RunTimerAsync(TimeSpan next) =>
        Stage.App.Services.GetRequiredService<TimerRuns>().RunAsync(Process, DateTime.UtcNow + next, () => Task.FromResult(0));

    /// <summary>Writes what the timer notes each minute, as if it had run then.</summary>
    private async Task NoteTotalsAsync(DateTimeOffset time, double received, double processed)
    {
        var at = time.ToUnixTimeMilliseconds();
        double[] fields = [at, received, 0, processed, 0, 0, 0];
        var record = new byte[fields.Length * sizeof(double)];
        for (var field = 0; field < fields.Length; field++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(record.AsSpan(field * sizeof(double)), fields[field]);
        }

        await Redis.StringSetRangeAsync("payshift:{history}:minutes", at / 60_000 % (8 * 24 * 60) * record.Length, record);
    }

    public sealed class FilledStage : DashboardStage, IAsyncLifetime
    {
        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await this.SeedBatchesAsync();
        }
    }
}
