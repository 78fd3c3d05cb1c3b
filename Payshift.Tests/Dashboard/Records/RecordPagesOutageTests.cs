using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Records;

/// <summary>Table Storage away: each page says so and goes on when it is back.</summary>
public sealed class RecordPagesOutageTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    /// <summary>Longer than a call waits for Table Storage, and than its circuit stays open at first, several times.</summary>
    private const float Patience = 90_000;

    /// <summary>A page, and what it says once nothing is there and everything answers.</summary>
    private static readonly (string Hash, string Says)[] Pages =
    [
        ("#/failures", "No failures"),
        ("#/failures?open=1790000001456-b85ddde9ff5db4226e5ce4fb90ab", "This failure is no longer kept"),
        ("#/payments?reference=nothing", "Nothing is recorded for this reference"),
        ("#/audit", "Nothing was done by hand"),
    ];

    [Fact]
    public async Task Each_page_says_that_it_does_not_answer_and_goes_on_when_it_is_back()
    {
        var pages = new List<IPage>();
        await Stage.Services.TablesServer.PauseAsync();
        try
        {
            foreach (var (hash, _) in Pages)
            {
                pages.Add(await OpenAsync(hash));
                Faults.Allow("status of 503");
                Faults.Allow("status of 404");
            }

            foreach (var ((hash, _), page) in Pages.Zip(pages))
            {
                await Expect(Trouble(page, hash)).ToBeVisibleAsync(new() { Timeout = Patience });
                await page.AssertAccessibleAsync();
            }
        }
        finally
        {
            await Stage.Services.TablesServer.ResumeAsync();
        }

        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await Stage.Host.Client.GetAsync(new Uri("/payment/admin/audit", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            },
            TimeSpan.FromMilliseconds(Patience),
            "the host reaches Table Storage again");
        foreach (var ((hash, says), page) in Pages.Zip(pages))
        {
            await Trouble(page, hash).GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await Expect(page.GetByText(says)).ToBeVisibleAsync();
            await Expect(Trouble(page, hash)).ToHaveCountAsync(0);
        }
    }

    /// <summary>A drawer hides what is behind it.</summary>
    private static ILocator Trouble(IPage page, string hash) =>
        (hash.Contains("open=", StringComparison.Ordinal) ? page.GetByRole(AriaRole.Dialog) : page.Locator("main"))
        .GetByRole(AriaRole.Alert).Filter(new() { HasText = "Redis or Table Storage does not answer." });
}
