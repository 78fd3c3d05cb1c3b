using Microsoft.Playwright;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Records;

/// <summary>Markup in every field that came from outside is text, and nothing else.</summary>
public sealed class HostileFieldsTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    [Fact]
    public async Task A_failure()
    {
        var failure = Hostile();
        await Stage.KeepAsync(failure);
        var page = await OpenAsync("#/failures");
        var row = page.Locator("tbody tr").Filter(new() { HasText = Attack("reference") });
        foreach (var field in new[] { "type", "reference", "method", "currency", "reason" })
        {
            await Expect(row).ToContainTextAsync(Attack(field), new() { IgnoreCase = true });
        }

        await row.GetByRole(AriaRole.Button).ClickAsync();
        foreach (var field in new[] { "type", "event", "reference", "method", "currency", "reason", "attempt", "batch", "header", "value" })
        {
            await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync(Attack(field), new() { IgnoreCase = true });
        }

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Payload as text" })).ToContainTextAsync(Escaped("payload"));
        await AssertUntakenAsync(page);

        await page.Keyboard.PressAsync("Escape");
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await AssertUntakenAsync(page);
    }

    [Fact]
    public async Task A_payment()
    {
        var failure = Hostile();
        await Stage.RecordAsync(
            new ResultRecord(failure.Webhook, ResultRecord.Failed, failure.Reason, 1, Recorded.Noon, failure.BatchId));
        var page = await OpenAsync($"#/payments?reference={Uri.EscapeDataString(failure.Webhook.PaymentReference)}");

        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "State" })).ToContainTextAsync(Attack("reference"));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Orders and customers" })).ToContainTextAsync(Attack("order"));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Orders and customers" })).ToContainTextAsync(Attack("customer"));
        foreach (var field in new[] { "type", "event", "method", "currency", "reason", "order", "customer" })
        {
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Timeline" })).ToContainTextAsync(Attack(field), new() { IgnoreCase = true });
        }

        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Last in this tab" })).ToContainTextAsync(Attack("reference"));
        await AssertUntakenAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = Attack("order") }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "State" })).ToContainTextAsync(Attack("order"));
        await AssertUntakenAsync(page);
    }

    [Fact]
    public async Task The_audit()
    {
        await Stage.App.Services.GetRequiredService<AuditTable>().WriteAsync(
            new AuditEntry("hostile", DateTimeOffset.UtcNow, Attack("who"), AuditAction.Retry, Attack("target"), AuditOutcome.Failed, 1, Attack("detail")), default);
        var page = await OpenAsync("#/audit");

        foreach (var field in new[] { "who", "target", "detail" })
        {
            await Expect(page.Locator("tbody")).ToContainTextAsync(Attack(field), new() { IgnoreCase = true });
        }

        await AssertUntakenAsync(page);
    }

    [Fact]
    public async Task An_address()
    {
        var page = await OpenAsync($"#/failures?provider={Uri.EscapeDataString(Attack("provider"))}&reason={Uri.EscapeDataString(Attack("reason"))}");
        Faults.Allow("status of 404");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Active filters" })).ToContainTextAsync(Attack("provider"));
        await AssertUntakenAsync(page);

        await page.GotoAsync($"{Route}#/payments?reference={Uri.EscapeDataString(Attack("nothing"))}");
        await Expect(page.GetByText("Nothing is recorded for this reference")).ToBeVisibleAsync();
        await Expect(page.GetByText(Attack("nothing"))).ToBeVisibleAsync();
        await AssertUntakenAsync(page);
    }

    private static string Attack(string field) => $"{field}\"><img src=x onerror=document.title='taken'><script>document.title='taken'</script>";

    /// <summary>As it stands in JSON.</summary>
    private static string Escaped(string field) => Attack(field).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static FailureRecord Hostile()
    {
        var failure = KeptFailures.Of(Attack("reference"));
        return failure with
        {
            Reason = Attack("reason"),
            BatchId = Attack("batch"),
            Errors = [new AttemptError(1, failure.FailedAt, Attack("attempt"))],
            Webhook = failure.Webhook with
            {
                EventId = Attack("event"),
                EventType = Attack("type"),
                PaymentMethod = Attack("method"),
                Amount = new Money(1, Attack("currency"), 2),
                State = PaymentState.Succeeded,
                OrderReference = Attack("order"),
                CustomerReference = Attack("customer"),
                Headers = new DeliveryHeaders($"{Attack("header")}: {Attack("value")}"),
                Payload = Encoding.UTF8.GetBytes($$"""{"id":"{{Escaped("payload")}}"}"""),
            },
        };
    }

    /// <summary>The Content-Security-Policy would stop a script as well; its violations are faults of the page.</summary>
    private async Task AssertUntakenAsync(IPage page)
    {
        await Expect(page.Locator("img[src=x], body script")).ToHaveCountAsync(0);
        Assert.EndsWith("Payshift", await page.TitleAsync(), StringComparison.Ordinal);
    }
}
