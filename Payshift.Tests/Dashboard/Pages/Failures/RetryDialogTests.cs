using Microsoft.Playwright;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Pages.Failures;

public sealed class RetryDialogTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    /// <summary>Failures that the page asks to be retried in a call.</summary>
    private const int PerCall = 50;

    private readonly string _reference = KeptFailures.NewReference();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Stage.Services.EmptyRedisAsync();
    }

    [Fact]
    public async Task Each_result_of_those_selected_is_summed_up_in_words()
    {
        var results = Stage.App.Services.GetRequiredService<IResultTable>();
        var failures = Enumerable.Range(0, 6).Select(number => KeptFailures.Of(_reference, number)).ToArray();
        failures[1] = failures[1] with { Webhook = failures[1].Webhook with { Provider = "unknown" } };
        await Stage.KeepAsync(failures);
        var (gone, processed, waiting, retried) = (failures[2].Webhook, failures[3].Webhook, failures[4].Webhook, failures[5]);
        var page = await OpenAsync($"#/failures?reference={_reference}");
        await page.GetByLabel("Select all on this page").CheckAsync();
        await Stage.App.Services.GetRequiredService<IFailureTable>().RemoveAsync([gone], default);
        await results.RecordAsync([new ResultRecord(processed, ResultRecord.Processed, null, 1, DateTimeOffset.UtcNow, "batch")], default);
        await Stage.App.Queue.EnqueueAsync([waiting]);
        using var answer = await Stage.Host.Client.PostAsync(new Uri($"/payment/admin/failures/{KeptFailures.IdOf(retried)}/retry", UriKind.Relative), null);
        Assert.True(answer.IsSuccessStatusCode);
        Faults.Allow("status of 404");
        Faults.Allow("status of 409");

        await page.GetByRole(AriaRole.Button, new() { Name = "Retry selected (6)" }).ClickAsync();
        await Expect(Dialog(page)).ToContainTextAsync("6 failures selected.");
        await ConfirmAsync(page, "Retry 6");

        await Expect(Dialog(page)).ToContainTextAsync("Done with 6 failures.");
        await Expect(Results(page)).ToHaveTextAsync(
        [
            "1waits in the queue again",
            "1was retried before, and waits for its outcome",
            "1is in the queue already: there is nothing to retry yet",
            "1was processed meanwhile and is no failure any more",
            "1cannot be retried, because nothing usable is kept of it: ask the provider to send the event again",
            "1is no longer kept: it was processed, or its time of keeping is over",
        ]);
        await CloseAsync(page);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(page.Locator("tbody tr").GetByText("retried", new() { Exact = true })).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Retry selected" })).ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Fact]
    public async Task All_that_match_are_counted_first_and_then_retried_call_by_call()
    {
        await Stage.SeedFailuresAsync((2 * PerCall) + 20, number => KeptFailures.Of(_reference, number));
        await Stage.KeepAsync(KeptFailures.Of($"{_reference}_other"));
        var page = await OpenAsync($"#/failures?reference={_reference}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" }).ClickAsync();
        await Expect(Dialog(page)).ToContainTextAsync("120 failures match.");
        await Expect(Dialog(page).GetByRole(AriaRole.List, new() { Name = "Which are meant" })).ToContainTextAsync($"Reference: {_reference}");
        Assert.Equal(0, await WaitingAsync());
        await ConfirmAsync(page, "Retry 120");

        await Expect(Dialog(page)).ToContainTextAsync("Done with 120 failures.", new() { Timeout = 60_000 });
        await Expect(Results(page)).ToHaveTextAsync(["120wait in the queue again"]);
        Assert.Equal(120, await WaitingAsync());
        await CloseAsync(page);
        await Expect(page.Locator("tbody tr").GetByText("retried", new() { Exact = true })).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task Without_a_filter_everything_is_meant_and_said_to_be()
    {
        await Stage.KeepAsync(KeptFailures.Of(_reference, 0), KeptFailures.Of(_reference, 1));
        var page = await OpenAsync("#/failures?status=open");
        var open = await CountAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" }).ClickAsync();
        await Expect(Dialog(page)).ToContainTextAsync("No filter is set: everything is meant, every open failure of the last 90 days.");
        await ConfirmAsync(page, $"Retry {open}");

        await Expect(Dialog(page)).ToContainTextAsync($"Done with {open} failures.", new() { Timeout = 60_000 });
        await page.GotoAsync($"{Route}#/failures?reference={_reference}");
        await page.ReloadAsync();
        await Expect(page.Locator("tbody tr").GetByText("retried", new() { Exact = true })).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Nothing_is_retried_where_the_question_is_answered_with_no()
    {
        await Stage.KeepAsync(KeptFailures.Of(_reference));
        var page = await OpenAsync($"#/failures?reference={_reference}");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" });
        await button.ClickAsync();
        await Expect(Dialog(page)).ToContainTextAsync("1 failure matches.");

        await page.Keyboard.PressAsync("Escape");

        await Expect(Dialog(page)).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task A_run_is_stopped_after_the_call_at_hand_and_goes_on_from_there()
    {
        await Stage.SeedFailuresAsync((2 * PerCall) + 1, number => KeptFailures.Of(_reference, number));
        var page = await OpenAsync($"#/failures?reference={_reference}");
        var held = new TaskCompletionSource();
        var calls = 0;
        // The real host answers; the second call only reaches it after the stop.
        await page.RouteAsync(url => url.Contains("/failures/retry", StringComparison.Ordinal) && !url.Contains("dryRun", StringComparison.Ordinal), async route =>
        {
            if (Interlocked.Increment(ref calls) == 2)
            {
                await held.Task;
            }

            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" }).ClickAsync();
        await ConfirmAsync(page, "Retry 101");
        await Expect(Dialog(page)).ToContainTextAsync("Retrying: 50 of 101 done.");

        // Twice: a browser closes a dialog at the second Escape, and this one must stay until it has its results.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await Expect(Dialog(page)).ToContainTextAsync("Stopping after the calls at hand");
        held.SetResult();
        await Expect(Dialog(page)).ToContainTextAsync("Not all is done: 100 failures asked for.");
        Assert.Equal(100, await WaitingAsync());

        await ConfirmAsync(page, "Go on");
        await Expect(Dialog(page)).ToContainTextAsync("Done with 101 failures.");
        Assert.Equal(101, await WaitingAsync());
    }

    [Fact]
    public async Task With_Redis_away_what_could_not_be_retried_is_told_and_tried_again()
    {
        var stage = await DashboardStage.StartAsync();
        try
        {
            var (usual, lost) = (KeptFailures.Of(_reference, 0), KeptFailures.Of(_reference, 1));
            await stage.KeepAsync(usual, lost with { Webhook = lost.Webhook with { Provider = "unknown" } });
            var page = await OpenAsync($"#/failures?reference={_reference}", stage: stage);
            Faults.Allow("status of 409");
            Faults.Allow("status of 503");
            await page.GetByLabel("Select all on this page").CheckAsync();
            await stage.Services.RedisServer.KillAsync();

            await page.GetByRole(AriaRole.Button, new() { Name = "Retry selected (2)" }).ClickAsync();
            await ConfirmAsync(page, "Retry 2");
            await Expect(Dialog(page)).ToContainTextAsync("Not all is done", new() { Timeout = 60_000 });
            await Expect(Results(page)).ToHaveTextAsync(
            [
                "1cannot be retried, because nothing usable is kept of it: ask the provider to send the event again",
                "1could not be retried, and can be tried again",
            ]);
            await Dialog(page).GetByText("What could not be retried").ClickAsync();
            await Expect(Dialog(page)).ToContainTextAsync($"charge.succeeded of {_reference}: Redis or Table Storage does not answer.");

            await stage.Services.RedisServer.RestartAsync();
            await Eventually.TrueAsync(
                async () =>
                {
                    using var health = await stage.Host.Client.GetAsync(new Uri("/payment/health", UriKind.Relative));
                    return health.IsSuccessStatusCode;
                },
                TimeSpan.FromSeconds(60),
                "the host is healthy again");
            await ConfirmAsync(page, "Go on");
            await Expect(Dialog(page)).ToContainTextAsync("Done with 2 failures.", new() { Timeout = 60_000 });
            await Expect(Results(page).First).ToHaveTextAsync("1waits in the queue again");
        }
        finally
        {
            await stage.DisposeAsync();
        }
    }

    private static ILocator Dialog(IPage page) => page.GetByRole(AriaRole.Dialog);

    private static ILocator Results(IPage page) => Dialog(page).GetByRole(AriaRole.List, new() { Name = "Results" }).GetByRole(AriaRole.Listitem);

    private static Task ConfirmAsync(IPage page, string name) => Dialog(page).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static Task CloseAsync(IPage page) => Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();

    private async Task<long> WaitingAsync()
    {
        var stats = await Stage.App.Queue.GetStatsAsync();
        return stats.ReadyHigh + stats.ReadyNormal + stats.ReadyLow;
    }

    private async Task<int> CountAsync()
    {
        using var answer = await Stage.Host.Client.PostAsync(new Uri("/payment/admin/failures/retry?dryRun=true", UriKind.Relative), null);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return report.RootElement.GetProperty("matched").GetInt32();
    }
}
