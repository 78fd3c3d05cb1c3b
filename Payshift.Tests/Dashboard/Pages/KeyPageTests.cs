using System.Collections.Concurrent;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Dashboard.Pages;

public sealed class KeyPageTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    private const string Kept = "() => sessionStorage.getItem('payshift.key')";

    [Fact]
    public async Task The_right_key_opens_the_page_and_leaves_only_as_a_header()
    {
        var page = await OpenAsync(key: null);
        var requests = new ConcurrentQueue<IRequest>();
        page.Request += (_, request) => requests.Enqueue(request);

        await EnterAsync(page, HostProcess.Key);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Not known yet")).ToBeVisibleAsync();
        var calls = requests.Where(request => IsCall(request.Url)).ToArray();
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(HostProcess.Key, call.Headers["x-functions-key"]));
        Assert.All(requests, request => Assert.DoesNotContain(HostProcess.Key, request.Url, StringComparison.Ordinal));
        Assert.DoesNotContain(HostProcess.Key, page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(HostProcess.Key, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(HostProcess.Key, await page.EvaluateAsync<string>("() => JSON.stringify(localStorage) + document.cookie"), StringComparison.Ordinal);
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_wrong_key_is_refused_told_and_not_kept()
    {
        var page = await OpenAsync(key: null);
        Faults.Allow("status of 401");

        await EnterAsync(page, "wrong");

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The key is not accepted.");
        await Expect(page.GetByLabel("Function key")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Null(await page.EvaluateAsync<string?>(Kept));

        await EnterAsync(page, HostProcess.Key);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("", "Enter the function key.")]
    [InlineData("   ", "Enter the function key.")]
    [InlineData("ключ", "A key has no spaces and no letters beyond ASCII. Copy it again.")]
    [InlineData("two words", "A key has no spaces and no letters beyond ASCII. Copy it again.")]
    public async Task What_can_be_no_key_is_told_without_asking_the_host(string entered, string expected)
    {
        var page = await OpenAsync(key: null);
        var requests = new ConcurrentQueue<string>();
        page.Request += (_, request) => requests.Enqueue(request.Url);

        await EnterAsync(page, entered);

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(expected);
        Assert.DoesNotContain(requests, IsCall);
    }

    [Fact]
    public async Task The_key_field_has_the_focus_and_Enter_opens()
    {
        var page = await OpenAsync(key: null);
        await Expect(page.GetByLabel("Function key")).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync(HostProcess.Key);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_key_stays_over_a_reload_and_is_not_in_another_tab()
    {
        var page = await OpenAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Overview" })).ToBeVisibleAsync();

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(Route);
        await Expect(other.GetByLabel("Function key")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_key_that_is_refused_later_goes_and_is_asked_for()
    {
        var page = await OpenAsync();
        Faults.Allow("status of 401");

        // As if the host's key had been renewed.
        await page.EvaluateAsync("() => sessionStorage.setItem('payshift.key', 'the-one-before')");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The key is not accepted any more");
        Assert.Null(await page.EvaluateAsync<string?>(Kept));
    }

    [Fact]
    public async Task The_key_can_be_forgotten()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget the key" }).ClickAsync();

        await Expect(page.GetByLabel("Function key")).ToBeVisibleAsync();
        Assert.Null(await page.EvaluateAsync<string?>(Kept));
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.LightPhone)]
    [InlineData(Look.DarkPhone)]
    public async Task The_key_page_is_accessible(Look look)
    {
        var page = await OpenAsync(key: null, look: look);
        await page.AssertAccessibleAsync();

        await EnterAsync(page, "");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    private static bool IsCall(string url) => !url.Contains(Route, StringComparison.Ordinal);
}
