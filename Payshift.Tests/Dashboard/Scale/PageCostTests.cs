using System.Collections.Concurrent;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;

namespace Payshift.Tests.Dashboard.Scale;

/// <summary>What the page of failures costs does not follow from how many there are: a page is one call of bounded size, and only its rows are held.</summary>
public sealed class PageCostTests(BrowserFixture browser, ManyFailuresStage stage) : PageTest(browser, stage), IClassFixture<ManyFailuresStage>
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
            Assert.InRange(await page.Locator("*").CountAsync(), Rows, MostElements);
            await page.GetByRole(AriaRole.Button, new() { Name = "Older" }).ClickAsync();
        }

        Assert.Equal(4 * Rows, references.Count);
        foreach (var call in calls)
        {
            Assert.InRange((await call.SizesAsync()).ResponseBodySize, 1_000, MostBytes);
        }
    }

    [Fact]
    public async Task What_lies_deepest_is_found_by_its_reference_in_a_few_calls()
    {
        var page = await OpenAsync("#/audit");
        var calls = CallsOf(page);

        // The oldest of all.
        await page.EvaluateAsync($"() => {{ location.hash = '#/failures?reference=order-{ManyFailuresStage.Count - 1}'; }}");

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        Assert.InRange(calls.Count, 1, 5);
    }

    private static ConcurrentQueue<IRequest> CallsOf(IPage page)
    {
        var calls = new ConcurrentQueue<IRequest>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/payment/admin/failures", StringComparison.Ordinal))
            {
                calls.Enqueue(request);
            }
        };
        return calls;
    }
}
