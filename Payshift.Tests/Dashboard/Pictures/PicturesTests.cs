using System.Net.Http.Json;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;

namespace Payshift.Tests.Dashboard.Pictures;

/// <summary>The pictures of the README, which are written to the folder that <c>PAYSHIFT_PICTURES</c> names: <c>docs/images</c>.</summary>
public sealed class PicturesTests(BrowserFixture browser, LivelyStage stage) : PageTest(browser, stage), IClassFixture<LivelyStage>
{
    private const string FolderSetting = "PAYSHIFT_PICTURES";
    private const float Scale = 2;
    private const int MostBytes = 600 * 1024;

    [Theory]
    [InlineData("overview", Look.Light)]
    [InlineData("overview-dark", Look.Dark)]
    [InlineData("phone", Look.LightPhone)]
    public async Task The_overview_is_alive(string name, Look look)
    {
        var page = await OpenAsync(look: look, scale: Scale);
        await Expect(page.GetByText("60 min", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".live")).ToContainTextAsync("Live");
        await TakeAsync(page, name);
    }

    [Fact]
    public async Task A_failure_shows_its_attempts_and_its_payload()
    {
        var failures = await Stage.Host.Client.GetFromJsonAsync<JsonElement>(new Uri("/payment/admin/failures?reference=fails-always-adyen", UriKind.Relative));
        var id = failures.GetProperty("failures")[0].GetProperty("id").GetString();

        var page = await OpenAsync($"#/failures?open={id}", scale: Scale);
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("The sample fails this payment for good.");
        await TakeAsync(page, "failures");
    }

    private async Task TakeAsync(IPage page, string name)
    {
        await Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);
        await page.EvaluateAsync("() => document.fonts.ready.then(() => undefined)");
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });
        Assert.InRange(picture.Length, 20_000, MostBytes);
        if (Environment.GetEnvironmentVariable(FolderSetting) is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"dashboard-{name}.png"), picture);
        }
    }
}
