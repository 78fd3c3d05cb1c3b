using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;
using Payshift.Tests.Infrastructure;

namespace Payshift.Tests.Dashboard.Records;

/// <summary>Table Storage away: each page says so and goes on when it is back.</summary>
[Collection(DashboardCollection.Name)]
public sealed class RecordPagesOutageTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    /// <summary>Longer than the storage's circuit stays open at first, several times.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Theory]
    [InlineData("#/failures", "No failures")]
    [InlineData("#/failures?open=1790000001456-b85ddde9ff5db4226e5ce4fb90ab", "This failure is no longer kept")]
    [InlineData("#/payments?reference=nothing", "Nothing is recorded for this reference")]
    [InlineData("#/audit?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z", "Nothing was done by hand")]
    public async Task A_page_says_what_does_not_answer_and_tries_again(string hash, string empty)
    {
        var page = await OpenAsync();
        Faults.Allow("status of 503");
        Faults.Allow("status of 404");
        await Stage.Services.TablesServer.PauseAsync();
        try
        {
            await page.GotoAsync(Route + hash);
            await Expect(Trouble(page, hash)).ToBeVisibleAsync(Patiently);
            await page.AssertAccessibleAsync();
        }
        finally
        {
            await Stage.Services.TablesServer.ResumeAsync();
        }

        await Eventually.TrueAsync(
            async () =>
            {
                if (await page.GetByText(empty).CountAsync() > 0)
                {
                    return true;
                }

                var again = Trouble(page, hash).GetByRole(AriaRole.Button, new() { Name = "Try again" });
                if (await again.CountAsync() > 0)
                {
                    await again.ClickAsync();
                }

                return false;
            },
            TimeSpan.FromSeconds(90),
            "the page shows what there is");
        await Expect(Trouble(page, hash)).ToHaveCountAsync(0);
    }

    /// <summary>A drawer hides what is behind it.</summary>
    private static ILocator Trouble(IPage page, string hash) =>
        (hash.Contains("open=", StringComparison.Ordinal) ? page.GetByRole(AriaRole.Dialog) : page.Locator("main"))
        .GetByRole(AriaRole.Alert).Filter(new() { HasText = "Redis or Table Storage does not answer." });
}
