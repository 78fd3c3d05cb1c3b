using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Payshift.Core.Storage.Audit;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Pages;

public sealed class AuditPageTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    /// <summary>Long before what other tests do, and within what one call takes. Nothing is written of the time before.</summary>
    private static readonly DateTimeOffset Evening = new DateTimeOffset(DateTimeOffset.UtcNow.Date.AddDays(-40), TimeSpan.Zero).AddHours(20);

    [Fact]
    public async Task What_is_done_by_hand_stands_first_with_who_did_what_to_how_many()
    {
        var failure = KeptFailures.Of(KeptFailures.NewReference());
        await Stage.KeepAsync(failure);
        await PostAsync("queue/pause?provider=stripe");
        await PostAsync($"failures/{KeptFailures.IdOf(failure)}/retry");
        await PostAsync($"failures/retry?reference={failure.Webhook.PaymentReference}&status=retried");
        await PostAsync("queue/resume?provider=stripe");
        var page = await OpenAsync("#/audit");

        await Expect(Cells(page, 0)).ToHaveTextAsync([new Regex("\\d"), new Regex("^key$"), new Regex("^Resume$"), new Regex("^stripe$"), new Regex("^1$"), new Regex("^done$"), new Regex(".")]);
        await Expect(Cells(page, 1)).ToContainTextAsync(["", "key", "Retry all", $"reference={failure.Webhook.PaymentReference} status=retried", "0", "done", "1 already retried"]);
        await Expect(Cells(page, 2)).ToContainTextAsync(["", "key", "Retry", KeptFailures.IdOf(failure), "1", "done", "retried"]);
        await Expect(Cells(page, 3)).ToContainTextAsync(["", "key", "Pause", "stripe", "1", "done", ""]);

        await Cells(page, 2).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(failure.Webhook.EventId);
    }

    [Fact]
    public async Task What_only_began_is_shown_as_unfinished_and_what_failed_says_why()
    {
        await WriteAsync(Evening.AddDays(1), AuditOutcome.Begun, target: null);
        await WriteAsync(Evening.AddDays(1).AddMinutes(1), AuditOutcome.Failed, target: null, detail: "QueueUnavailableException");
        var page = await OpenAsync($"#/audit?from={Escaped(Evening.AddDays(1))}&to={Escaped(Evening.AddDays(1).AddHours(1))}");

        await Expect(Cells(page, 0)).ToContainTextAsync(["", "somebody", "Cleanup", "everything", "–", "failed", "QueueUnavailableException"]);
        await Expect(Cells(page, 1)).ToContainTextAsync(["", "somebody", "Cleanup", "everything", "–", "unfinished", "its process ended before it was done"]);
    }

    [Fact]
    public async Task A_period_is_entered_in_local_time_stands_in_the_address_and_is_taken_away()
    {
        await WriteAsync(Evening, AuditOutcome.Done);
        await WriteAsync(Evening.AddHours(-2), AuditOutcome.Done);
        // Half past one of the next day where the browser is.
        var day = Evening.AddHours(5.5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = await OpenAsync("#/audit");

        await page.GetByLabel("Began from", new() { Exact = true }).FillAsync($"{day}T01:00");
        await page.GetByLabel("Began before", new() { Exact = true }).FillAsync($"{day}T00:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("The end must be after the begin.");
        await page.GetByLabel("Began before", new() { Exact = true }).FillAsync($"{day}T02:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex("from=[^&]*T19%3A30%3A00.000Z&to=[^&]*T20%3A30%3A00.000Z$"));
        await page.ReloadAsync();
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("Began from", new() { Exact = true })).ToHaveValueAsync($"{day}T01:00");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Remove the filter From") }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#/audit$"));
    }

    [Fact]
    public async Task Pages_come_newest_first_and_a_refresh_shows_what_came()
    {
        var begin = Evening.AddDays(10);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => WriteAsync(begin.AddMinutes(number), AuditOutcome.Done, $"number {number}")));
        var page = await OpenAsync($"#/audit?from={Escaped(begin)}&to={Escaped(begin.AddHours(2))}");

        await Expect(Rows(page)).ToHaveCountAsync(50);
        await Expect(Rows(page).First).ToContainTextAsync("number 59");
        await page.GetByRole(AriaRole.Button, new() { Name = "Older" }).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(10);
        await Expect(Rows(page).Last).ToContainTextAsync("number 0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Newer" }).ClickAsync();
        await Expect(Rows(page).First).ToContainTextAsync("number 59");

        await WriteAsync(begin.AddMinutes(60), AuditOutcome.Done, "number 60");
        await page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
        await Expect(Rows(page).First).ToContainTextAsync("number 60");
    }

    [Fact]
    public async Task A_period_in_which_nothing_was_done_says_so()
    {
        var page = await OpenAsync("#/audit?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z");

        await Expect(page.GetByText("Nothing was done by hand")).ToBeVisibleAsync();
    }

    private static ILocator Rows(IPage page) => page.Locator("tbody tr");

    private static ILocator Cells(IPage page, int row) => Rows(page).Nth(row).GetByRole(AriaRole.Cell);

    private static string Escaped(DateTimeOffset time) => Uri.EscapeDataString(time.ToString("O", CultureInfo.InvariantCulture));

    private async Task PostAsync(string path)
    {
        using var answer = await Stage.Host.Client.PostAsync(new Uri($"/payment/admin/{path}", UriKind.Relative), null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task WriteAsync(DateTimeOffset at, AuditOutcome outcome, string? target = "all", string? detail = null) =>
        Stage.App.Services.GetRequiredService<AuditTable>().WriteAsync(
            new AuditEntry($"{Guid.NewGuid():N}"[..12], at, "somebody", AuditAction.Cleanup, target, outcome, outcome == AuditOutcome.Done ? 3 : null, detail), default);
}
