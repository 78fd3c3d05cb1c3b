using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Pages.Failures;

/// <summary>More failures than a call searches, and than a dry run counts.</summary>
public sealed class ManyFailuresTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    private const int Days = 5;
    private const int Count = Days * 2_020;

    private readonly string _reference = KeptFailures.NewReference();

    [Fact]
    public async Task A_search_goes_on_by_itself_then_asks_and_a_count_has_a_bound()
    {
        // A call searches two thousand of a day and no further, and the page makes five calls before it asks. The emulator takes
        // a row of a day with few others much sooner than one of a day with many.
        var noon = new DateTimeOffset(DateTimeOffset.UtcNow.Date.AddDays(-1), TimeSpan.Zero).AddHours(12);
        await Stage.SeedFailuresAsync(Count, number => KeptFailures.Of(
            _reference, number, reason: number == Count - 1 ? "The needle." : "The hay.", receivedAt: noon.AddDays(-(number / (Count / Days))).AddMilliseconds(-number)));
        var page = await OpenAsync("#/failures?reason=needle");

        await Expect(page.GetByText("Nothing found so far")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Search further" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("The needle.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Clear all" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(50, new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("More than 10,000 failures match.", new() { Timeout = 60_000 });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Retry all", Exact = true })).ToBeEnabledAsync();
    }
}
