using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Browser;

/// <summary>The detection of page faults, on which every other test of a page relies.</summary>
public sealed class PageFaultsTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    [Theory]
    [InlineData("document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))", "Content Security Policy")]
    [InlineData("document.body.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))", "Content Security Policy")]
    [InlineData("document.body.setAttribute('style', 'color: red')", "Content Security Policy")]
    [InlineData("setTimeout(() => { throw new Error('thrown') })", "exception: ")]
    [InlineData("console.error('said')", "said")]
    [InlineData("fetch('/payment/admin/stats')", "status of 401")]
    [InlineData("setTimeout(() => { location.href = 'http://127.0.0.1:9/'; })", "another origin: http://127.0.0.1:9/")]
    public async Task A_fault_is_seen_and_named(string script, string expected)
    {
        var page = await OpenAsync(key: null);
        Assert.Empty(Faults.Seen);

        await page.EvaluateAsync($"() => {{ {script}; }}");

        await Eventually.TrueAsync(() => Faults.Seen.Any(fault => fault.Contains(expected, StringComparison.Ordinal)), TimeSpan.FromSeconds(30), expected);
        Faults.Allow("");
    }

    [Fact]
    public async Task What_is_not_accessible_is_told_with_its_element()
    {
        var page = await OpenAsync(key: null);
        await page.EvaluateAsync("() => document.querySelector('h1').append(document.createElement('img'))");

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(page.AssertAccessibleAsync);

        Assert.Contains("image-alt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("<img", failure.Message, StringComparison.Ordinal);
    }
}
