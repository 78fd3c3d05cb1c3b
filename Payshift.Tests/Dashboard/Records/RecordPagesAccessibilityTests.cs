using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Records;

public sealed class RecordPagesAccessibilityTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    private readonly string _reference = KeptFailures.NewReference();

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.LightPhone)]
    [InlineData(Look.DarkPhone)]
    public async Task Failures_in_every_state(Look look)
    {
        await Stage.KeepAsync(
            KeptFailures.Of(_reference, payload: $$"""{"id":"{{new string('x', 4_000)}}"}"""),
            KeptFailures.Of(_reference, 1, type: new string('y', 200), reason: new string('z', 900)));
        var page = await OpenAsync($"#/failures?reference={_reference}&status=open", look);
        await page.Locator("tbody").GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await page.AssertAccessibleAsync();
        await AssertFitsAsync(page);

        await page.Locator("tbody .button-text").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Payload as text" })).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();
        await Expect(page.GetByText("It waits in the queue again.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("1 failure matches.");
        await page.AssertAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry 1", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Done with 1 failure.");
        await page.AssertAccessibleAsync();

        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(page.GetByText("No failure matches")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.GotoAsync($"{Route}#/failures");
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" }).ClickAsync();
        await Expect(page.GetByText("No filter is set")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.LightPhone)]
    [InlineData(Look.DarkPhone)]
    public async Task Payments_in_every_state(Look look)
    {
        var states = Enum.GetValues<PaymentState>();
        await Stage.RecordAsync(
        [
            .. states.Select((state, number) => Recorded.Of(_reference, number, state, order: "order", customer: new string('c', 200), failedFor: number == 0 ? "Why." : null)),
            Recorded.Of(_reference, states.Length, PaymentState.Failed, provider: "adyen"),
        ]);
        var page = await OpenAsync("#/payments", look);
        await Expect(page.GetByText("Search for a payment")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await page.GetByLabel("Reference", new() { Exact = true }).FillAsync(_reference);
        await page.GetByLabel("Reference", new() { Exact = true }).PressAsync("Enter");
        await Expect(page.GetByText("The providers contradict each other.")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await AssertFitsAsync(page);

        Faults.Allow("status of 404");
        await page.GotoAsync($"{Route}#/payments?reference={new string('n', 300)}");
        await Expect(page.GetByText("Nothing is recorded for this reference")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await AssertFitsAsync(page);
    }

    [Theory]
    [InlineData(Look.Light)]
    [InlineData(Look.Dark)]
    [InlineData(Look.LightPhone)]
    [InlineData(Look.DarkPhone)]
    public async Task The_audit_in_every_state(Look look)
    {
        using var answer = await Stage.Host.Client.PostAsync(new Uri($"/payment/admin/failures/retry?reference={_reference}", UriKind.Relative), null);
        Assert.True(answer.IsSuccessStatusCode);
        var page = await OpenAsync("#/audit", look);
        await Expect(page.Locator("tbody tr").First).ToContainTextAsync(_reference);
        await page.AssertAccessibleAsync();
        await AssertFitsAsync(page);

        await page.GotoAsync($"{Route}#/audit?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z");
        await Expect(page.GetByText("Nothing was done by hand")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    private static async Task AssertFitsAsync(IPage page) =>
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
}
