using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Dashboard.Pages.Failures;

public sealed class FailureListTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    private readonly string _reference = KeptFailures.NewReference();

    [Fact]
    public async Task Filters_stand_in_the_address_without_the_key_survive_a_reload_and_are_taken_away()
    {
        await Stage.KeepAsync(
            KeptFailures.Of(_reference, 0, method: "paypal", type: "charge.failed", reason: "The ledger timed out."),
            KeptFailures.Of(_reference, 1, method: "paypal", reason: "The ledger timed out."),
            KeptFailures.Of(_reference, 2, reason: "The ledger timed out."),
            KeptFailures.Of(_reference, 3),
            KeptFailures.Of(_reference, 4, provider: "adyen"));
        var page = await OpenAsync("#/failures");

        await page.GetByLabel("Payment reference", new() { Exact = true }).FillAsync(_reference);
        await ApplyAsync(page);
        await Expect(Rows(page)).ToHaveCountAsync(5);
        await page.GetByLabel("Provider", new() { Exact = true }).FillAsync("stripe");
        await ApplyAsync(page);
        await Expect(Rows(page)).ToHaveCountAsync(4);
        await page.GetByLabel("Reason", new() { Exact = true }).FillAsync("LEDGER timed");
        await ApplyAsync(page);
        await Expect(Rows(page)).ToHaveCountAsync(3);
        await page.GetByLabel("Method", new() { Exact = true }).FillAsync("paypal");
        await ApplyAsync(page);
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await page.GetByLabel("Event type", new() { Exact = true }).FillAsync("charge.failed");
        await page.GetByLabel("Event type", new() { Exact = true }).PressAsync("Enter");
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex($"provider=stripe&.*type=charge.failed&reference={_reference}"));
        Assert.DoesNotContain(HostProcess.Key, page.Url, StringComparison.Ordinal);

        await page.ReloadAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("Method", new() { Exact = true })).ToHaveValueAsync("paypal");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the filter Type: charge.failed" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(page.GetByLabel("Event type", new() { Exact = true })).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#/failures$"));
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Active filters" })).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Payment reference", new() { Exact = true })).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_period_is_entered_in_local_time_and_stands_in_the_address_in_utc()
    {
        // Half past one of the next day where the browser is, in Kolkata.
        var evening = new DateTimeOffset(DateTimeOffset.UtcNow.Date.AddDays(-3), TimeSpan.Zero).AddHours(20);
        await Stage.KeepAsync(KeptFailures.Of(_reference, 0, receivedAt: evening), KeptFailures.Of(_reference, 1, receivedAt: evening.AddHours(-2)));
        var day = evening.AddHours(5.5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = await OpenAsync($"#/failures?reference={_reference}");
        await Expect(Rows(page)).ToHaveCountAsync(2);

        await page.GetByLabel("Received from", new() { Exact = true }).FillAsync($"{day}T01:00");
        await page.GetByLabel("Received before", new() { Exact = true }).FillAsync($"{day}T00:30");
        await ApplyAsync(page);
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The end must be after the begin.");
        Assert.DoesNotContain("from=", page.Url, StringComparison.Ordinal);

        await page.GetByLabel("Received before", new() { Exact = true }).FillAsync($"{day}T02:00");
        await ApplyAsync(page);
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex("from=[^&]*T19%3A30%3A00.000Z&to=[^&]*T20%3A30%3A00.000Z$"));
        await Expect(Rows(page).Locator("time").First).ToHaveAttributeAsync("title", new Regex("UTC$"));
    }

    [Fact]
    public async Task What_the_address_has_and_no_host_takes_is_left_out()
    {
        await Stage.KeepAsync(KeptFailures.Of(_reference));

        var page = await OpenAsync($"#/failures?reference={_reference}&status=nonsense&from=tomorrow&color=red");

        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Active filters" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Pages_come_newest_first_and_only_one_is_held()
    {
        await Stage.SeedFailuresAsync(120, number => KeptFailures.Of(_reference, number));
        var page = await OpenAsync($"#/failures?reference={_reference}");
        var older = page.GetByRole(AriaRole.Button, new() { Name = "Older" });
        var newer = page.GetByRole(AriaRole.Button, new() { Name = "Newer" });

        await Expect(Rows(page).First).ToContainTextAsync("10.00 EUR");
        await Expect(Rows(page)).ToHaveCountAsync(50);
        await older.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Rows(page).First).ToContainTextAsync("10.50 EUR");
        await Expect(older).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Rows(page).First).ToContainTextAsync("11.00 EUR");
        await Expect(Rows(page)).ToHaveCountAsync(20);
        await Expect(page.GetByText("Page 3")).ToBeVisibleAsync();
        await Expect(older).ToHaveAttributeAsync("aria-disabled", "true");

        await newer.ClickAsync();
        await Expect(Rows(page).First).ToContainTextAsync("10.50 EUR");
        await newer.ClickAsync();
        await Expect(Rows(page).First).ToContainTextAsync("10.00 EUR");
        await Expect(newer).ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Fact]
    public async Task What_came_meanwhile_is_shown_by_a_refresh()
    {
        await Stage.KeepAsync(KeptFailures.Of(_reference, 1));
        var page = await OpenAsync($"#/failures?reference={_reference}");
        await Expect(Rows(page)).ToHaveCountAsync(1);

        await Stage.KeepAsync(KeptFailures.Of(_reference, 0));
        await page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();

        await Expect(Rows(page)).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Nothing_found_is_said_for_what_it_is()
    {
        var page = await OpenAsync($"#/failures?reference={_reference}");

        await Expect(page.GetByText("No failure matches")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Retry all that match" })).ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Fact]
    public async Task On_a_phone_the_filters_are_folded_and_a_page_is_selected_at_once()
    {
        await Stage.KeepAsync(KeptFailures.Of(_reference, 0), KeptFailures.Of(_reference, 1));
        var page = await OpenAsync($"#/failures?reference={_reference}", Look.LightPhone);
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await Expect(page.GetByLabel("Payment reference", new() { Exact = true })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Filters", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Payment reference", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Select all here" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Retry selected (2)" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
    }

    private static ILocator Rows(IPage page) => page.Locator("tbody tr");

    private static Task ApplyAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
}
