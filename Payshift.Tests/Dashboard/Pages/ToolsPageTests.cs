using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Pages;

public sealed class ToolsPageTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    private const string Tools = "#/tools";

    public override async Task InitializeAsync()
    {
        await Stage.Services.EmptyRedisAsync();
        await base.InitializeAsync();
    }

    [Fact]
    public async Task A_run_takes_as_much_as_it_is_told_and_says_what_became_of_it()
    {
        for (var number = 0; number < 3; number++)
        {
            await Stage.SendAsync("stripe", "one-reference");
        }

        var page = await OpenAsync(Tools);
        var card = page.Part("Run batches");
        await card.GetByLabel("Webhooks a batch").FillAsync("2");
        await card.GetByLabel("Batches", new() { Exact = true }).FillAsync("1");
        await card.Button("Run").ClickAsync();

        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync(new Regex("^1 batch in .*2 webhooks processed, 0 to be retried, none failed for good.*more may wait"));

        await card.GetByLabel("Webhooks a batch").FillAsync("");
        await card.GetByLabel("Batches", new() { Exact = true }).FillAsync("");
        await card.Button("Run").ClickAsync();

        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync("1 webhook processed");
        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync("Nothing that is due waits any more.");
    }

    [Fact]
    public async Task What_came_of_a_run_is_still_there_when_its_page_is_opened_again()
    {
        var page = await OpenAsync(Tools);
        await page.Button("Run").ClickAsync();
        await Expect(page.GetByText("No batch was run.")).ToBeVisibleAsync();

        var pages = page.GetByRole(AriaRole.Navigation, new() { Name = "Pages", Exact = true });
        await pages.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Audit", Level = 1 })).ToBeVisibleAsync();
        await pages.GetByRole(AriaRole.Link, new() { Name = "Tools" }).ClickAsync();

        await Expect(page.GetByText("No batch was run.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_run_that_lasts_shows_it_and_cannot_be_begun_twice()
    {
        var page = await OpenAsync(Tools);
        var go = new TaskCompletionSource();
        await page.RouteAsync("**/payment/admin/process", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await page.Button("Run").ClickAsync();

        await Expect(page.Button("Running…")).ToBeDisabledAsync();
        go.SetResult();
        await Expect(page.Button("Run")).ToBeEnabledAsync();
    }

    [Theory]
    [InlineData("Webhooks a batch", "1001", "1,000")]
    [InlineData("Webhooks a batch", "0", "1,000")]
    [InlineData("Batches", "ten", "10,000")]
    public async Task A_number_that_the_host_would_refuse_is_refused_on_the_page(string label, string value, string most)
    {
        var page = await OpenAsync(Tools);
        var asked = false;
        page.Request += (_, request) => asked |= request.Method == "POST";
        var field = page.Part("Run batches").GetByLabel(label, new() { Exact = true });
        await field.FillAsync(value);
        await page.Button("Run").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync($"Enter a whole number from 1 to {most}, or nothing.");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.False(asked);
    }

    [Fact]
    public async Task Cleaning_up_says_what_it_brought_back()
    {
        await Stage.SendAsync("stripe");
        var page = await OpenAsync(Tools);
        var card = page.Part("Clean up");
        await card.Button("Clean up").ClickAsync();
        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync("There was nothing to clean up.");

        // What a restored backup may look like: envelopes that nothing points to.
        for (var partition = 0; partition < 4; partition++)
        {
            await Stage.Services.Redis.GetDatabase().KeyDeleteAsync($"payshift:{{{partition}}}:ready");
        }

        await card.Button("Clean up").ClickAsync();
        await Expect(card.GetByRole(AriaRole.Status)).ToContainTextAsync("1 webhook that no part of the queue held: back in the queue");
    }

    [Fact]
    public async Task The_queue_is_paused_and_resumed_while_receiving_goes_on()
    {
        var page = await OpenAsync(Tools);
        await page.Button("Pause the whole queue").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Pause the whole queue?" });
        await Expect(dialog).ToContainTextAsync("Receiving goes on.");
        await dialog.Button("Pause").ClickAsync();

        await Expect(page.GetByText("The whole queue is paused.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "The whole queue" })).ToContainTextAsync("paused");
        Assert.NotEqual(JsonValueKind.Null, (await PausedAsync()).GetProperty("queueSince").ValueKind);
        await Stage.SendAsync("stripe");
        await page.Button("Run").ClickAsync();
        await Expect(page.GetByText("Processing is paused. Resume it below, then run again.")).ToBeVisibleAsync();

        await page.Button("Resume the whole queue").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).Button("Resume").ClickAsync();

        await Expect(page.GetByText("The whole queue is resumed.")).ToBeVisibleAsync();
        await page.Button("Run").ClickAsync();
        await Expect(page.GetByText("1 webhook processed")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_provider_is_paused_by_its_name_and_resumed_from_the_list()
    {
        var page = await OpenAsync(Tools);
        await page.GetByLabel("Another provider").FillAsync("Adyen");
        await page.Button("Pause…").ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Pause adyen?" }).Button("Pause").ClickAsync();

        await Expect(page.GetByText("adyen is paused.")).ToBeVisibleAsync();
        Assert.True((await PausedAsync()).GetProperty("providersSince").TryGetProperty("adyen", out _));

        await page.Button("Resume adyen").ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Resume adyen?" }).Button("Resume").ClickAsync();

        await Expect(page.GetByText("adyen is resumed.")).ToBeVisibleAsync();
        Assert.False((await PausedAsync()).GetProperty("providersSince").TryGetProperty("adyen", out _));
    }

    [Fact]
    public async Task Nothing_is_paused_where_the_question_is_not_confirmed()
    {
        var page = await OpenAsync(Tools);
        await page.Button("Pause the whole queue").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).Button("Cancel").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Button("Pause the whole queue").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.Button("Pause the whole queue")).ToBeFocusedAsync();

        Assert.Equal(JsonValueKind.Null, (await PausedAsync()).GetProperty("queueSince").ValueKind);
    }

    [Fact]
    public async Task A_provider_that_nobody_knows_is_refused_in_the_question()
    {
        var page = await OpenAsync(Tools);
        Faults.Allow("status of 400");
        await page.GetByLabel("Another provider").FillAsync("nopay");
        await page.Button("Pause…").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Button("Pause").ClickAsync();

        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("No provider of this name is known.");
        await Expect(dialog.Button("Pause")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task While_Redis_is_down_an_action_says_what_to_do()
    {
        var stage = await DashboardStage.StartAsync();
        try
        {
            var page = await OpenAsync(Tools, stage: stage);
            Faults.Allow("status of 503");
            // The stage ends before its page.
            Faults.Allow("net::ERR_");
            await Expect(page.Button("Pause the whole queue")).ToBeVisibleAsync();
            await stage.Services.RedisServer.KillAsync();
            await page.Part("Clean up").Button("Clean up").ClickAsync();

            await Expect(page.Part("Clean up").GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing is lost");
            await Expect(page.Part("Clean up").Button("Clean up")).ToBeEnabledAsync();
        }
        finally
        {
            await stage.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.DarkPhone)]
    public async Task It_is_accessible_with_results_and_with_its_question_open(Look look)
    {
        await Stage.SeedBatchesAsync(minutes: 2);
        var page = await OpenAsync(Tools, look);
        await page.Button("Run").ClickAsync();
        await page.Part("Clean up").Button("Clean up").ClickAsync();
        await Expect(page.GetByText("No batch was run.")).ToBeVisibleAsync();
        await Expect(page.GetByText("There was nothing to clean up.")).ToBeVisibleAsync();
        await Expect(page.Button("Pause stripe")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();

        await page.Button("Pause stripe").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
    }

    private async Task<JsonElement> PausedAsync() =>
        (await Stage.Host.Client.GetFromJsonAsync<JsonElement>(new Uri("/payment/admin/stats", UriKind.Relative))).GetProperty("paused");
}
