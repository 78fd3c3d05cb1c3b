using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Payshift.Core.Storage.Results;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Pages.Failures;

public sealed class FailureDrawerTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    private readonly string _reference = $"{KeptFailures.NewReference()}_fails-always";

    [Fact]
    public async Task A_failed_delivery_is_opened_by_keyboard_and_closed_by_Escape()
    {
        await Stage.SendAsync("stripe", _reference);
        await Stage.ProcessAsync();
        var page = await OpenAsync($"#/failures?reference={_reference}");
        var row = page.GetByRole(AriaRole.Button, new() { Name = $"charge.succeeded of {_reference}: open" });

        await row.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(Drawer(page)).ToContainTextAsync("The sample fails this payment for good.");
        await Expect(Drawer(page).GetByRole(AriaRole.Region, new() { Name = "Attempts" })).ToContainTextAsync("Attempt 1");
        await Expect(Drawer(page).GetByRole(AriaRole.Region, new() { Name = "Payload as text" })).ToContainTextAsync($"\"{_reference}\"");
        await Expect(page).ToHaveURLAsync(new Regex("[?&]open="));
        await page.Keyboard.PressAsync("Escape");
        await Expect(Drawer(page)).ToHaveCountAsync(0);
        await Expect(page).Not.ToHaveURLAsync(new Regex("[?&]open="));
        await Expect(row).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_address_of_an_open_failure_opens_it_elsewhere_and_Back_closes_it()
    {
        await Stage.KeepAsync(KeptFailures.Of(_reference));
        var page = await OpenAsync($"#/failures?reference={_reference}");
        await page.Locator("tbody tr").ClickAsync();
        await Expect(Drawer(page)).ToContainTextAsync("The order is not known.");
        var hash = new Uri(page.Url).Fragment;

        await page.GoBackAsync();
        await Expect(Drawer(page)).ToHaveCountAsync(0);
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        var other = await OpenAsync(hash);
        await Expect(Drawer(other)).ToContainTextAsync("The order is not known.");
        await Drawer(other).GetByRole(AriaRole.Button, new() { Name = "Close" }).First.ClickAsync();
        await Expect(Drawer(other)).ToHaveCountAsync(0);
        await Expect(other).Not.ToHaveURLAsync(new Regex("[?&]open="));
    }

    [Fact]
    public async Task A_payload_keeps_every_token_in_lines_and_is_copied_as_it_came()
    {
        const string Payload = """{"id":12345678901234567890,"amount":10.50,"amount":1e2,"text":"a \"b\" {c}: [d], \u00e9","none":[],"list":[1,{"x":null}]}""";
        await Stage.KeepAsync(KeptFailures.Of(_reference, payload: Payload));
        var page = await OpenAsync($"#/failures?reference={_reference}");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Clock.InstallAsync();
        await page.Locator("tbody tr").ClickAsync();

        const string Shown = """
            {
              "id": 12345678901234567890,
              "amount": 10.50,
              "amount": 1e2,
              "text": "a \"b\" {c}: [d], \u00e9",
              "none": [],
              "list": [
                1,
                {
                  "x": null
                }
              ]
            }
            """;
        var text = await Drawer(page).GetByRole(AriaRole.Region, new() { Name = "Payload as text" }).TextContentAsync();
        Assert.Equal(Shown.ReplaceLineEndings("\n"), text);

        // What was copied is said for a moment only; with its clock stopped, the page goes on saying it.
        await page.StopClockAsync();
        await CopyAsync(page, "the payload");
        Assert.Equal(Payload, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await CopyAsync(page, "the event id");
        Assert.Equal($"evt_{_reference}_0", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Theory]
    [InlineData("not json, amount=5&x=<b>", "not json, amount=5&x=<b>")]
    [InlineData("", "It is empty.")]
    public async Task What_is_no_JSON_is_shown_as_it_came(string payload, string expected)
    {
        var reference = KeptFailures.NewReference();
        await Stage.KeepAsync(KeptFailures.Of(reference, payload: payload));
        var page = await OpenAsync($"#/failures?reference={reference}");
        await page.Locator("tbody tr").ClickAsync();

        await Expect(Drawer(page).GetByRole(AriaRole.Region, new() { Name = "Payload", Exact = true })).ToContainTextAsync(expected);
    }

    [Fact]
    public async Task A_retry_waits_in_the_queue_and_what_fails_again_can_be_retried_again()
    {
        await Stage.SendAsync("stripe", _reference);
        await Stage.ProcessAsync();
        var page = await OpenAsync($"#/failures?reference={_reference}");
        await page.Locator("tbody tr").ClickAsync();

        await RetryAsync(page);
        await Expect(Drawer(page).GetByText("It waits in the queue again.")).ToBeVisibleAsync();
        await Expect(Drawer(page).GetByText("retried", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(1, (await Stage.App.Queue.GetStatsAsync()).ReadyHigh);
        await RetryAsync(page);
        await Expect(Drawer(page).GetByText("It was retried before, and waits for its outcome.")).ToBeVisibleAsync();

        await Stage.ProcessAsync();
        await page.ReloadAsync();
        await Expect(Drawer(page).GetByText("once, and failed again")).ToBeVisibleAsync();
        await RetryAsync(page);
        await Expect(Drawer(page).GetByText("It waits in the queue again.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_processed_meanwhile_is_said_to_be_gone_and_leads_nowhere()
    {
        var failure = KeptFailures.Of(_reference);
        await Stage.KeepAsync(failure);
        var page = await OpenAsync($"#/failures?reference={_reference}");
        Faults.Allow("status of 404");
        await page.Locator("tbody tr").ClickAsync();
        await Expect(Drawer(page)).ToContainTextAsync("The order is not known.");
        await Stage.App.Services.GetRequiredService<IResultTable>().RecordAsync(
            [new ResultRecord(failure.Webhook, ResultRecord.Processed, null, 1, DateTimeOffset.UtcNow, "batch")], default);

        await RetryAsync(page);

        await Expect(Drawer(page).GetByText("It was processed meanwhile and is no failure any more.")).ToBeVisibleAsync();
        await Expect(Drawer(page).GetByText("This failure is no longer kept")).ToBeVisibleAsync();
        await Expect(Drawer(page).GetByRole(AriaRole.Button, new() { Name = "Retry" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task The_payment_is_a_press_away()
    {
        await Stage.SendAsync("stripe", _reference);
        await Stage.ProcessAsync();
        var page = await OpenAsync($"#/failures?reference={_reference}");
        await page.Locator("tbody tr").ClickAsync();

        await Drawer(page).GetByRole(AriaRole.Link, new() { Name = "Show its payment" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Payments" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Its failures" })).ToBeVisibleAsync();
    }

    private static ILocator Drawer(IPage page) => page.GetByRole(AriaRole.Dialog);

    private static Task RetryAsync(IPage page) => Drawer(page).GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();

    private async Task CopyAsync(IPage page, string name)
    {
        var button = Drawer(page).GetByRole(AriaRole.Button, new() { Name = $"Copy {name}" });
        await button.ClickAsync();
        await Expect(button.Locator("xpath=..")).ToContainTextAsync("Copied");
    }
}
