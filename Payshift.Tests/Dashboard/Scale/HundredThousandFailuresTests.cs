using System.Collections.Concurrent;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Infrastructure;

namespace Payshift.Tests.Dashboard.Scale;

/// <summary>What the page costs does not follow from how much there is: each page is one call, of bounded size, into as many rows.</summary>
[Collection(DashboardCollection.Name)]
public sealed class HundredThousandFailuresTests(BrowserFixture browser, HundredThousandStage stage) : PageTest(browser, stage), IClassFixture<HundredThousandStage>
{
    private const int Rows = 50;
    private const int MostElements = 3_000;
    private const int MostBytes = 64 * 1024;

    [Fact]
    public async Task A_page_is_one_call_of_bounded_size_and_the_next_page_replaces_it()
    {
        var page = await OpenAsync("#/audit");
        var calls = CallsOf(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Failures" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(Rows);

        var references = new HashSet<string>();
        for (var number = 1; number <= 4; number++)
        {
            await Expect(page.GetByText($"Page {number}", new() { Exact = true })).ToBeVisibleAsync();
            await Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            var shown = await page.Locator("tbody tr").AllTextContentsAsync();
            Assert.Equal(Rows, shown.Count);
            references.UnionWith(shown);
            Assert.Equal(number, calls.Count);
            Assert.True(await page.Locator("*").CountAsync() < MostElements);
            await page.GetByRole(AriaRole.Button, new() { Name = "Older" }).ClickAsync();
        }

        Assert.Equal(4 * Rows, references.Count);
        foreach (var call in calls)
        {
            Assert.InRange((await call.SizesAsync()).ResponseBodySize, 1_000, MostBytes);
        }
    }

    [Fact]
    public async Task What_lies_deep_is_found_by_a_filter_in_one_call()
    {
        var page = await OpenAsync("#/audit");
        var calls = CallsOf(page);

        // The oldest of all.
        await page.EvaluateAsync($"() => {{ location.hash = '#/failures?reference=order-{HundredThousandStage.Count - 1}'; }}");

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        Assert.InRange(calls.Count, 1, 5);
    }

    [Fact]
    public async Task A_search_goes_on_by_itself_for_five_calls_and_then_asks()
    {
        var page = await OpenAsync("#/audit");
        var calls = CallsOf(page);

        await page.EvaluateAsync("() => { location.hash = '#/failures?reason=said-by-none'; }");
        await Expect(page.GetByText("Nothing found so far")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(5, calls.Count);

        await page.GetByRole(AriaRole.Button, new() { Name = "Search further" }).ClickAsync();
        await Eventually.TrueAsync(() => Task.FromResult(calls.Count >= 10), TimeSpan.FromSeconds(60), "five more calls were made");
        await Expect(page.GetByText("Nothing found so far")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(10, calls.Count);
    }

    [Fact]
    public async Task All_that_match_are_counted_before_they_are_retried_up_to_where_counting_ends()
    {
        var page = await OpenAsync("#/failures");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(Rows);
        var calls = CallsOf(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("10,000", new() { Timeout = 60_000 });
        Assert.Single(calls);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static ConcurrentQueue<IRequest> CallsOf(IPage page)
    {
        var calls = new ConcurrentQueue<IRequest>();
        page.RequestFinished += (_, request) =>
        {
            if (request.Url.Contains("/payment/admin/failures", StringComparison.Ordinal))
            {
                calls.Enqueue(request);
            }
        };
        return calls;
    }
}
