using Microsoft.Playwright;

namespace Payshift.Tests.Dashboard.Browser;

/// <summary>A Chromium for the tests of a class. Without one, each of them fails and says what to do.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Chromium.Find();
        Assertions.SetDefaultExpectTimeout(PageTest.Timeout);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Chromium.Arguments, Timeout = 2 * PageTest.Timeout });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A browser's profile of its own: nothing kept, no key, one look. Its time zone is none of UTC's.</summary>
    /// <param name="scale">Device pixels a pixel.</param>
    internal Task<IBrowserContext> NewContextAsync(Uri address, Look look, float scale = 1)
    {
        var isPhone = look is Look.LightPhone or Look.DarkPhone;
        return _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ColorScheme = look is Look.Dark or Look.DarkPhone ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = isPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 800 },
            IsMobile = isPhone,
            HasTouch = isPhone,
            DeviceScaleFactor = scale,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "Asia/Kolkata",
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });
    }
}
