using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Shell;

/// <summary>
/// The page while what it needs is away: it loads, tells it, and comes back by itself. It is closed before its stage ends, which
/// it would tell as a fault.
/// </summary>
public sealed class OutageTests(BrowserFixture browser) : PageTest(browser)
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task Without_Redis_the_page_loads_and_tells_it_until_Redis_is_back()
    {
        await using var stage = await DashboardStage.StartAsync();
        await stage.Services.RedisServer.KillAsync();

        var page = await OpenAsync(stage: stage);
        Faults.Allow("status of 503");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Redis", Patient);
        await Expect(page.Locator(".live")).ToContainTextAsync("Not live");
        await page.AssertAccessibleAsync();

        await stage.Services.RedisServer.RestartAsync();
        await Expect(page.Locator(".live-off")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await page.CloseAsync();
    }

    [Fact]
    public async Task Without_Table_Storage_the_numbers_of_the_queue_stay_and_the_outage_is_an_alert()
    {
        await using var stage = await DashboardStage.StartAsync();
        await stage.SendAsync("stripe");
        await stage.Services.TablesServer.KillAsync();

        var page = await OpenAsync(stage: stage);
        Faults.Allow("status of 503");

        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Alerts" })).ToContainTextAsync("Table Storage", Patient);
        await Expect(page.Locator(".metric", new() { HasText = "Waiting" }).First).ToContainTextAsync("1");
        await page.AssertAccessibleAsync();
        await page.CloseAsync();
    }

    [Fact]
    public async Task When_the_host_goes_what_was_shown_stays_and_it_is_said_to_be_old()
    {
        await using var stage = await DashboardStage.StartAsync();
        await stage.SendAsync("stripe");
        var page = await OpenAsync(stage: stage);
        Faults.Allow("net::ERR_");
        await Expect(page.Locator(".metric", new() { HasText = "Waiting" }).First).ToContainTextAsync("1");

        await stage.Host.KillAsync();

        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("The host does not answer. What is shown is from before.", Patient);
        await Expect(page.Locator(".metric", new() { HasText = "Waiting" }).First).ToContainTextAsync("1");
    }
}
