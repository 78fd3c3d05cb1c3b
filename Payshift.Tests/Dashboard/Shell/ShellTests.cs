using System.Collections.Concurrent;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Dashboard.Shell;

/// <summary>The parts that all pages share, over data of every provider.</summary>
public sealed class ShellTests(BrowserFixture browser, SeededStage stage) : PageTest(browser, stage), IClassFixture<SeededStage>
{
    private static readonly string[] Pages = ["Overview", "Failures", "Payments", "Batches", "Analytics", "Audit", "Tools"];

    public static TheoryData<string, Look> PagesAndLooks
    {
        get
        {
            var data = new TheoryData<string, Look>();
            foreach (var name in Pages)
            {
                data.Add(name, Look.Light);
                data.Add(name, Look.Dark);
                data.Add(name, Look.LightPhone);
            }

            return data;
        }
    }

    [Fact]
    public async Task Navigation_leads_to_every_page_and_the_tab_tells_which()
    {
        var page = await OpenAsync();
        foreach (var name in Pages)
        {
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1, Exact = true })).ToBeVisibleAsync();
            await Expect(page.Locator("nav [aria-current=page]")).ToHaveTextAsync(name);
            await Expect(page).ToHaveTitleAsync($"{name} · Payshift");
        }

        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = Pages[^2], Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_address_that_is_no_page_leads_to_the_overview()
    {
        var page = await OpenAsync("#/nowhere?at=all");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first_and_every_page_after_it()
    {
        var page = await OpenAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#content")).ToBeFocusedAsync();

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        var reached = new List<string>();
        for (var presses = 0; presses < 4 + Pages.Length; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("() => (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()"));
        }

        Assert.Equal(["Skip to content", "Payshift", "Colours: system. Change to light", "Forget the key", .. Pages], reached);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = Pages[^1], Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_has_the_focus_shows_it()
    {
        var page = await OpenAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        for (var presses = 0; presses < 4 + Pages.Length; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(
                await page.EvaluateAsync<bool>("() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'; }"),
                $"Nothing shows the focus on {await page.EvaluateAsync<string>("() => document.activeElement.outerHTML")}");
        }
    }

    [Fact]
    public async Task Colours_are_chosen_and_stay()
    {
        var page = await OpenAsync();
        var before = await BackgroundAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Colours: system" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Colours: light" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Colours: dark" })).ToBeVisibleAsync();
        var dark = await BackgroundAsync(page);
        Assert.NotEqual(before, dark);

        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Colours: dark" })).ToBeVisibleAsync();
        Assert.Equal(dark, await BackgroundAsync(page));

        await page.GetByRole(AriaRole.Button, new() { Name = "Colours: dark" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Colours: system" })).ToBeVisibleAsync();
        Assert.Equal(before, await BackgroundAsync(page));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length"));
    }

    /// <summary>The browser of these tests asks for no motion.</summary>
    [Fact]
    public async Task Lines_of_a_chart_have_colours_of_their_own_also_where_nothing_may_move()
    {
        var page = await OpenAsync();
        // The first of all is the time's.
        var markers = page.Locator(".chart").First.Locator(".u-series:not(:first-child) .u-marker");
        await Expect(markers).ToHaveCountAsync(4);
        var colours = await markers.EvaluateAllAsync<string[]>("markers => markers.map(marker => getComputedStyle(marker).backgroundColor)");
        Assert.Equal(4, colours.Distinct().Count());
    }

    [Fact]
    public async Task The_page_works_without_the_slash_at_its_end()
    {
        var page = await OpenAsync();
        await page.GotoAsync(Route.TrimEnd('/'));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
    }

    /// <summary>All that comes over the wire, headers included, from an empty cache to the overview with its numbers.</summary>
    [Fact]
    public async Task The_first_load_is_below_100_KB()
    {
        const int most = 100 * 1024;
        var page = await OpenAsync(key: null);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Network.clearBrowserCache");
        var requests = new ConcurrentQueue<IRequest>();
        page.RequestFinished += (_, request) => requests.Enqueue(request);
        await page.ReloadAsync();

        await EnterAsync(page, HostProcess.Key);
        await Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);

        var loaded = requests.ToArray();
        var sizes = await Task.WhenAll(loaded.Select(async request => (request.Url, Size: await request.SizesAsync())));
        var sum = sizes.Sum(entry => entry.Size.ResponseBodySize + entry.Size.ResponseHeadersSize);
        Assert.Contains(loaded, request => request.Url.EndsWith(".js", StringComparison.Ordinal));
        Assert.True(sum is > 10_000 and < most, $"{sum} bytes:\n{string.Join('\n', sizes.Select(entry => $"{entry.Url} {entry.Size.ResponseBodySize}"))}");
    }

    [Theory]
    [MemberData(nameof(PagesAndLooks))]
    public async Task Every_page_is_accessible_and_fits_its_screen(string name, Look look)
    {
        var page = await OpenAsync($"#/{name.ToLowerInvariant()}", look);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1, Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);

        await page.AssertAccessibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
}
