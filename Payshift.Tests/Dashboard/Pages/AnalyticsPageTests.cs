using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Payshift.Core.Storage.Batches;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Pages;

/// <summary>Its stage has two hours and more of batches.</summary>
public sealed class AnalyticsPageTests(BrowserFixture browser, AnalyticsPageTests.FilledStage stage)
    : PageTest(browser, stage), IClassFixture<AnalyticsPageTests.FilledStage>
{
    private const string Charts = "By provider and payment method";

    private static readonly string Hour = Period(TimeSpan.FromHours(1));

    [Fact]
    public async Task Sums_are_the_host_s_and_say_which_way_they_went()
    {
        var told = await AskAsync($"{Hour}&by=minute");
        var page = await OpenAsync($"#/analytics?{Hour}");

        await Expect(page.Metric("Received")).ToHaveTextAsync(Number(told["total"]!["received"]!));
        await Expect(page.Metric("Failed")).ToHaveTextAsync(Number(told["total"]!["failed"]!));
        var trend = (double)told["trend"]!["failed"]!;
        Assert.True(Math.Abs(trend) > 0.01, "The stage has to have a trend.");
        var words = page.Locator("dl").Filter(new() { HasText = "Failed" }).Locator("dd span");
        await Expect(words).ToHaveTextAsync(new Regex($"^{(trend > 0 ? "Up" : "Down")} [0-9.,]+% from {Number(told["before"]!["failed"]!)}$"));
        await Expect(words).ToHaveClassAsync(trend > 0 ? "trend-bad" : "trend-good");
    }

    [Theory]
    [InlineData("1 h", "minute")]
    [InlineData("24 h", "hour")]
    [InlineData("7 d", "hour")]
    [InlineData("30 d", "day")]
    [InlineData("90 d", "day")]
    public async Task A_period_has_a_step_that_suits_it(string period, string by)
    {
        var page = await OpenAsync("#/analytics?period=" + (period == "90 d" ? "1h" : "90d"));
        await Expect(page.Button("Export as CSV: groups")).ToBeEnabledAsync();
        var asked = await page.RunAndWaitForRequestAsync(
            () => page.GetByRole(AriaRole.Radio, new() { Name = period, Exact = true }).CheckAsync(),
            request => request.Url.Contains("/admin/analytics", StringComparison.Ordinal));

        Assert.Contains($"by={by}", asked.Url, StringComparison.Ordinal);
        await Expect(page).ToHaveURLAsync(new Regex($"period={period.Replace(" ", "", StringComparison.Ordinal)}$"));
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = by, Exact = false })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_step_is_only_offered_where_the_host_takes_it()
    {
        var page = await OpenAsync("#/analytics?period=7d");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Minute" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Day", Exact = true }).CheckAsync();

        await Expect(page).ToHaveURLAsync(new Regex("period=7d&by=day$"));
        await Expect(page.Part("Webhooks by day")).ToContainTextAsync("Days are those of UTC.");

        await page.GetByRole(AriaRole.Radio, new() { Name = "24 h" }).CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Minute" }).CheckAsync();
        await Expect(page.Part("Webhooks by minute").GetByRole(AriaRole.Img)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Own_times_are_local_and_asked_for_in_UTC()
    {
        var page = await OpenAsync("#/analytics");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Own" }).CheckAsync();
        await page.GetByLabel("Counted from").FillAsync("2026-03-01T10:00");
        await page.GetByLabel("Counted before").FillAsync("2026-03-01T09:00");
        await page.Button("Show").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await page.GetByLabel("Counted before").FillAsync("2026-03-01T11:30");
        var asked = await page.RunAndWaitForRequestAsync(
            () => page.Button("Show").ClickAsync(), request => request.Url.Contains("/admin/analytics?from=2026-03-01", StringComparison.Ordinal));

        // The browser is in India, five and a half hours ahead.
        Assert.Contains("from=2026-03-01T04%3A30%3A00.000Z&to=2026-03-01T06%3A00%3A00.000Z&by=minute", asked.Url, StringComparison.Ordinal);
        await Expect(page.Part("Webhooks by minute").GetByText("No webhook in this period")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Filters_narrow_what_is_shown_and_stay_in_the_address()
    {
        var page = await OpenAsync($"#/analytics?{Hour}");
        await page.GetByLabel("Provider", new() { Exact = true }).FillAsync("Adyen");
        await page.Keyboard.PressAsync("Tab");

        await Expect(page).ToHaveURLAsync(new Regex("provider=adyen$"));
        var told = await AskAsync($"{Hour}&by=minute&provider=adyen");
        await Expect(page.Metric("Received")).ToHaveTextAsync(Number(told["total"]!["received"]!));
        await Expect(Groups(page)).ToHaveCountAsync(told["groups"]!.AsArray().Count);

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Provider", new() { Exact = true })).ToHaveValueAsync("adyen");
        await Expect(page.Metric("Received")).ToHaveTextAsync(Number(told["total"]!["received"]!));
    }

    [Fact]
    public async Task Groups_are_sorted_by_their_headings()
    {
        var page = await OpenAsync($"#/analytics?{Hour}");
        var received = page.GetByRole(AriaRole.Columnheader, new() { Name = "Received" });
        await received.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(received).ToHaveAttributeAsync("aria-sort", "descending");
        var down = await CellsAsync();
        Assert.Equal(down.OrderDescending(), down);
        Assert.True(down.Distinct().Count() > 3);

        await received.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(received).ToHaveAttributeAsync("aria-sort", "ascending");
        Assert.Equal(down.Order(), await CellsAsync());

        async Task<int[]> CellsAsync() =>
            [.. (await Groups(page).Locator("[data-name=Received]").AllInnerTextsAsync()).Select(text => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];
    }

    [Fact]
    public async Task Groups_are_exported_without_what_a_spreadsheet_would_run()
    {
        var told = await AskAsync($"{Hour}&by=minute");
        var page = await OpenAsync($"#/analytics?{Hour}");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Button("Export as CSV: groups").ClickAsync());
        var lines = (await File.ReadAllTextAsync((await download.PathAsync())!)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Matches("^payshift-by-provider-.*-utc\\.csv$", download.SuggestedFilename);
        Assert.StartsWith("provider,paymentMethod,received,", lines[0], StringComparison.Ordinal);
        Assert.Equal(told["groups"]!.AsArray().Count + 1, lines.Length);
        var adyen = told["groups"]!.AsArray().First(group => (string)group!["provider"]! == "adyen")!;
        Assert.Contains(lines, line => line.StartsWith($"adyen,{adyen["paymentMethod"]},{adyen["totals"]!["received"]},", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("stripe,\"'=HYPERLINK(\"\"http://127.0.0.1/\"\",\"\"x\"\")\",1,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Steps_are_exported_one_a_row()
    {
        var told = await AskAsync($"{Hour}&by=minute");
        var page = await OpenAsync($"#/analytics?{Hour}");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Button("Export as CSV: steps").ClickAsync());
        var lines = (await File.ReadAllTextAsync((await download.PathAsync())!)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        var series = told["series"]!.AsArray();
        Assert.Equal(series.Count + 1, lines.Length);
        Assert.StartsWith($"{series[7]!["at"]},{series[7]!["totals"]!["received"]},", lines[8], StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_not_everything_is_counted_is_said_plainly()
    {
        // 50,000 batches take too long to write; the rest of the answer is the host's.
        var page = await OpenAsync("#/audit");
        await page.RouteAsync("**/payment/admin/analytics?*", async route =>
        {
            var answer = JsonNode.Parse(await (await route.FetchAsync()).TextAsync())!;
            answer["isComplete"] = false;
            await route.FulfillAsync(new() { Json = answer });
        });
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Pages", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Analytics" }).ClickAsync();

        await Expect(page.Button("Export as CSV: groups")).ToBeEnabledAsync();
        await Expect(page.GetByText("Not everything is counted.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.LightPhone)]
    public async Task It_is_accessible_with_the_numbers_of_a_chart_open_too(Look look)
    {
        var page = await OpenAsync($"#/analytics?{Hour}", look);
        await page.Part("Webhooks by minute").GetByText("As a table").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Webhooks by minute, as a table" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.AssertFitsAsync();
    }

    private static ILocator Groups(IPage page) => page.Part(Charts).Locator("tbody tr");

    private static string Number(JsonNode value) => ((int)value).ToString("N0", CultureInfo.InvariantCulture);

    private static string Period(TimeSpan length)
    {
        var now = DateTimeOffset.UtcNow;
        var to = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
        return $"from={to - length:yyyy-MM-ddTHH:mm:ssZ}&to={to:yyyy-MM-ddTHH:mm:ssZ}";
    }

    private async Task<JsonNode> AskAsync(string query) =>
        JsonNode.Parse(await Stage.Host.Client.GetStringAsync(new Uri($"/payment/admin/analytics?{query}", UriKind.Relative)))!;

    public sealed class FilledStage : DashboardStage, IAsyncLifetime
    {
        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await this.SeedBatchesAsync(minutes: 130);
            var count = new BatchCount("stripe", "=HYPERLINK(\"http://127.0.0.1/\",\"x\")", BatchCount.Received, 1);
            var batch = new BatchRecord("hostile", DateTimeOffset.UtcNow.AddMinutes(-20), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), [count]);
            await App.Services.GetRequiredService<IBatchTable>().RecordAsync([batch], default);
        }
    }
}
