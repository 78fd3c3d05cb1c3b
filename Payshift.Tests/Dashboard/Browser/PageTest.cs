using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Stage;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Dashboard.Browser;

/// <summary>
/// What tests of the page derive from: <see cref="OpenAsync"/> gives a page that is signed in, and at the end of the test
/// any <see cref="Faults">fault</see> of any of its pages fails it.
/// </summary>
/// <remarks>
/// <code>
/// public sealed class FailuresPageTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture&lt;DashboardStage&gt;
/// </code>
/// The browser and the stage, with a Redis, an Azurite and a host of its own, are the class's; its tests run one after the
/// other. Tests of a state that others would see (an outage, an empty table) start a stage of their own with
/// <see cref="DashboardStage.StartAsync"/>.
/// Find elements as a reader does, by role and name (<c>page.GetByRole(AriaRole.Button, new() { Name = "Retry" })</c>), and
/// await what is expected with <c>Expect(...)</c>, which waits; there is no sleep.
/// </remarks>
public abstract class PageTest : IAsyncLifetime, IClassFixture<BrowserFixture>
{
    /// <summary>The route of the page.</summary>
    public const string Route = "/payment/admin/webhook-dashboard/";

    /// <summary>How long what is expected, and what is acted on, may take to come, in ms.</summary>
    internal const float Timeout = 30_000;

    private readonly BrowserFixture _browser;
    private readonly List<(IBrowserContext Context, PageFaults Faults)> _contexts = [];

    private readonly DashboardStage? _stage;

    /// <param name="stage">Null where each test brings its own.</param>
    protected PageTest(BrowserFixture browser, DashboardStage? stage = null) => (_browser, _stage) = (browser, stage);

    protected DashboardStage Stage => _stage ?? throw new InvalidOperationException("This test class has no stage: open the page with one of the test's own.");

    /// <summary>Of the page that was opened last; allow there what the test brings about.</summary>
    private protected PageFaults Faults => _contexts[^1].Faults;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var (context, _) in _contexts)
        {
            await context.DisposeAsync();
        }

        var seen = _contexts.SelectMany(entry => entry.Faults.Seen).ToArray();
        Assert.True(seen.Length == 0, $"The page had faults:\n{string.Join('\n', seen)}");
    }

    /// <summary>Opens the page in a profile of its own, and enters the key.</summary>
    /// <param name="hash">What stands behind the route, for example <c>#/failures?provider=stripe</c>.</param>
    /// <param name="key">Null leaves the page where it asks for the key.</param>
    /// <param name="stage">Another one than the class's.</param>
    /// <param name="scale">Device pixels a pixel.</param>
    protected async Task<IPage> OpenAsync(string hash = "", Look look = Look.Light, string? key = HostProcess.Key, DashboardStage? stage = null, float scale = 1)
    {
        var address = (stage ?? Stage).Address;
        var context = await _browser.NewContextAsync(address, look, scale);
        context.SetDefaultTimeout(Timeout);
        _contexts.Add((context, new PageFaults(context, address)));
        var page = await context.NewPageAsync();
        await page.GotoAsync(Route + hash);
        if (key is not null)
        {
            await EnterAsync(page, key);
            await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages", Exact = true })).ToBeVisibleAsync();
        }

        return page;
    }

    /// <summary>Gives the key to the page that asks for it.</summary>
    protected static async Task EnterAsync(IPage page, string key)
    {
        await page.GetByLabel("Function key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);
}
