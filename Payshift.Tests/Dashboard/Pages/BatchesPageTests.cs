using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Pages;

/// <summary>Its stage has an hour of batches, and two real ones with failures.</summary>
public sealed class BatchesPageTests(BrowserFixture browser, BatchesPageTests.FilledStage stage)
    : PageTest(browser, stage), IClassFixture<BatchesPageTests.FilledStage>
{
    private const string Batches = "#/batches";

    [Fact]
    public async Task Batches_are_listed_newest_first_as_the_host_tells_them()
    {
        var page = await OpenAsync(Batches);
        var told = (await AskAsync("limit=50")).GetProperty("batches");

        await Expect(Rows(page)).ToHaveCountAsync(50);
        for (var row = 0; row < 50; row += 7)
        {
            var batch = told[row];
            await Expect(Rows(page).Nth(row).Locator("time")).ToHaveAttributeAsync("datetime", batch.GetProperty("startedAt").GetString()!);
            await Expect(Rows(page).Nth(row).Locator("[data-name=Webhooks]")).ToHaveTextAsync($"{batch.GetProperty("webhooks").GetInt32()}");
        }
    }

    [Fact]
    public async Task The_next_page_goes_on_where_the_first_ends_and_leads_back()
    {
        var page = await OpenAsync(Batches);
        var first = await AskAsync("limit=50");
        var second = await AskAsync($"limit=50&continuation={Uri.EscapeDataString(first.GetProperty("continuation").GetString()!)}");

        await page.Button("Older").ClickAsync();
        await Expect(page.GetByText("Page 2")).ToBeVisibleAsync();
        await Expect(Rows(page).First.Locator("time")).ToHaveAttributeAsync("datetime", StartOf(second));

        await page.Button("Newer").ClickAsync();
        await Expect(Rows(page).First.Locator("time")).ToHaveAttributeAsync("datetime", StartOf(first));

        static string StartOf(JsonElement answer) => answer.GetProperty("batches")[0].GetProperty("startedAt").GetString()!;
    }

    [Fact]
    public async Task A_filter_is_kept_in_the_address_and_can_be_taken_away()
    {
        var page = await OpenAsync(Batches);
        await page.GetByLabel("Outcome").SelectOptionAsync("Failed");
        await page.GetByLabel("Provider").FillAsync("gocardless");
        await page.Button("Apply").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("#/batches\\?provider=gocardless&outcome=failed$"));
        var expected = (await AskAsync("provider=gocardless&outcome=failed&limit=50")).GetProperty("batches").GetArrayLength();
        Assert.InRange(expected, 1, 49);
        await Expect(Rows(page)).ToHaveCountAsync(expected);

        await page.Button("Remove the filter Provider: gocardless").ClickAsync();
        await page.Button("Remove the filter Outcome: failed").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#/batches$"));
        await Expect(Rows(page)).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task Filters_that_nothing_matches_say_so()
    {
        var page = await OpenAsync($"{Batches}?provider=nopay");
        await Expect(page.GetByText("No batch matches")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_batch_opens_by_keyboard_and_leads_to_its_failures()
    {
        var batch = (await AskAsync("outcome=failed&method=card&provider=stripe")).GetProperty("batches").EnumerateArray()
            .First(candidate => candidate.GetProperty("startedAt").GetString() == Filled.RealBatch);
        var page = await OpenAsync($"{Batches}?outcome=failed&provider=stripe&from={Uri.EscapeDataString(Filled.RealBatch)}");
        var opener = Rows(page).Filter(new() { Has = page.Locator($"time[datetime='{Filled.RealBatch}']") }).GetByRole(AriaRole.Button);
        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var drawer = page.GetByRole(AriaRole.Dialog);
        await Expect(drawer.GetByText(batch.GetProperty("id").GetString()!)).ToBeVisibleAsync();
        var stripe = drawer.GetByRole(AriaRole.Row).Filter(new() { HasText = "stripe" });
        await Expect(stripe).ToHaveCountAsync(batch.GetProperty("counts").EnumerateArray().Count(counts => counts.GetProperty("provider").GetString() == "stripe"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(drawer).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();

        await opener.ClickAsync();
        await stripe.GetByRole(AriaRole.Link).First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Failures", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByText("fails-always-stripe-1")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.LightPhone)]
    public async Task It_is_accessible_with_a_batch_open_too(Look look)
    {
        var page = await OpenAsync(Batches, look);
        await Expect(Rows(page)).ToHaveCountAsync(50);
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();

        await Rows(page).First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
    }

    private FilledStage Filled => (FilledStage)Stage;

    private static ILocator Rows(IPage page) => page.Part("Batches").Locator("tbody tr");

    private Task<JsonElement> AskAsync(string query) =>
        Stage.Host.Client.GetFromJsonAsync<JsonElement>(new Uri($"/payment/admin/batches?{query}", UriKind.Relative));

    public sealed class FilledStage : DashboardStage, IAsyncLifetime
    {
        /// <summary>When the batch began that a failure of Stripe ended in.</summary>
        internal string RealBatch { get; private set; } = "";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await this.SeedOutcomesAsync(processed: 1, retried: 1, failed: 1);
            var failed = await Host.Client.GetFromJsonAsync<JsonElement>(new Uri("/payment/admin/batches?outcome=failed&provider=stripe", UriKind.Relative));
            RealBatch = failed.GetProperty("batches")[0].GetProperty("startedAt").GetString()!;
            await this.SeedBatchesAsync();
        }
    }
}
