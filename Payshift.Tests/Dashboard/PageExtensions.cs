using System.Globalization;
using Microsoft.Playwright;

namespace Payshift.Tests.Dashboard;

/// <summary>Questions and steps that tests of several pages share.</summary>
internal static class PageExtensions
{
    /// <summary>A card, or another part of the page that has a name.</summary>
    public static ILocator Part(this IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Button(this ILocator locator, string name) => locator.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>A number with its name, such as <c>Waiting</c>.</summary>
    public static ILocator Metric(this IPage page, string name) =>
        page.Locator("dl").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) }).Locator("dd").First;

    /// <summary>Stops the page's clock, which was installed before, a minute from now; until then it went on by itself.</summary>
    /// <returns>When it stopped, a whole second.</returns>
    public static async Task<DateTimeOffset> StopClockAsync(this IPage page)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeSeconds());
        await page.Clock.PauseAtAsync(at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        return at;
    }

    /// <summary>Fails where the page is wider than the screen.</summary>
    public static async Task AssertFitsAsync(this IPage page)
    {
        var room = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(room <= 0, $"The page is {room} px wider than the screen.");
    }
}
