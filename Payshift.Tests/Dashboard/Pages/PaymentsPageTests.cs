using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Payshift.Tests.Dashboard.Browser;
using Payshift.Tests.Dashboard.Stage;

namespace Payshift.Tests.Dashboard.Pages;

public sealed class PaymentsPageTests(BrowserFixture browser, DashboardStage stage) : PageTest(browser, stage), IClassFixture<DashboardStage>
{
    private readonly string _reference = KeptFailures.NewReference();

    [Fact]
    public async Task Deliveries_of_several_providers_make_one_timeline_with_its_state_and_what_they_say()
    {
        await Stage.SendAsync("stripe", _reference, "charge.refunded");
        await Stage.SendAsync("paystack", _reference, "charge.success");
        await Stage.ProcessAsync();
        var page = await OpenAsync("#/payments");

        await SearchAsync(page, _reference);

        await Expect(page).ToHaveURLAsync(new Regex($"#/payments\\?reference={_reference}$"));
        await Expect(Card(page, "State").GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Expect(Card(page, "State")).ToContainTextAsync("The providers contradict each other.");
        await Expect(Card(page, "State")).ToContainTextAsync("stripe says refunded");
        await Expect(Steps(page)).ToHaveCountAsync(2);
        await Expect(Steps(page).GetByText("processed", new() { Exact = true })).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_timeline_follows_event_time_and_tells_amount_attempts_and_why_it_failed()
    {
        await Stage.RecordAsync(
            Recorded.Of(_reference, 20, PaymentState.Refunded, failedFor: "The order is not known."),
            Recorded.Of(_reference, 0, PaymentState.Pending),
            Recorded.Of(_reference, 10, PaymentState.Succeeded));
        var page = await OpenAsync($"#/payments?reference={_reference}");

        await Expect(Card(page, "State").Locator(".lead")).ToContainTextAsync("refunded");
        await Expect(Card(page, "State").Locator(".lead")).ToContainTextAsync("since 21 Sept 2026, 17:30:20");
        await Expect(Card(page, "State")).Not.ToContainTextAsync("contradict");
        await Expect(Steps(page).Nth(0)).ToContainTextAsync("says refunded");
        await Expect(Steps(page).Nth(1)).ToContainTextAsync("says succeeded");
        await Expect(Steps(page).Nth(2)).ToContainTextAsync("says pending");
        await Expect(Steps(page).Nth(0)).ToContainTextAsync("The order is not known.");
        foreach (var (name, value) in new[] { ("Amount", "10.20 EUR"), ("Method", "card"), ("Attempts", "3"), ("Received", "21 Sept, 17:30:21"), ("Failed", "21 Sept, 17:30:22") })
        {
            await Expect(Steps(page).Nth(0).Locator("dl > div", new() { Has = page.GetByText(name, new() { Exact = true }) })).ToHaveTextAsync($"{name}{value}");
        }

        await Steps(page).Nth(0).GetByRole(AriaRole.Link, new() { Name = "Its failures" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"#/failures\\?reference={_reference}&provider=stripe$"));
    }

    [Fact]
    public async Task An_order_and_a_customer_lead_to_payments_and_back()
    {
        var (other, order, customer) = ($"{_reference}_2", $"ORD_{_reference}", $"cus_{_reference}");
        await Stage.RecordAsync(
            Recorded.Of(_reference, 1, PaymentState.Failed, order: order, customer: customer),
            Recorded.Of(other, 2, PaymentState.Succeeded, provider: "adyen", order: order));
        var page = await OpenAsync($"#/payments?reference={_reference}");

        var ofOrder = page.GetByRole(AriaRole.List, new() { Name = $"Payments of order {order}" }).GetByRole(AriaRole.Listitem);
        await Expect(ofOrder).ToHaveTextAsync([$"{other} succeeded adyen"]);
        await ofOrder.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Card(page, "State").Locator(".lead")).ToContainTextAsync(other);

        await page.GetByRole(AriaRole.Heading, new() { Name = $"Order {order}" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Card(page, "State")).ToContainTextAsync("No payment has this reference itself.");
        await Expect(Card(page, "Timeline")).ToContainTextAsync("No webhook has this reference");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = $"Payments of order {order}" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);

        await SearchAsync(page, customer);
        await Expect(page.GetByRole(AriaRole.List, new() { Name = $"Payments of customer {customer}" }).GetByRole(AriaRole.Link, new() { Name = _reference })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_found_lately_is_offered_in_this_tab_until_it_is_forgotten()
    {
        await Stage.RecordAsync(Recorded.Of(_reference, 1), Recorded.Of($"{_reference}/2", 2));
        var page = await OpenAsync($"#/payments?reference={_reference}");
        Faults.Allow("status of 404");
        var recent = page.GetByRole(AriaRole.List, new() { Name = "Last in this tab" }).GetByRole(AriaRole.Listitem);
        await Expect(recent).ToHaveTextAsync([_reference]);
        await SearchAsync(page, $"{_reference}/2");
        await Expect(recent).ToHaveTextAsync([$"{_reference}/2", _reference]);
        await SearchAsync(page, $"{_reference}_typo");
        await Expect(page.GetByText("Nothing is recorded for this reference")).ToBeVisibleAsync();

        await Expect(recent).ToHaveTextAsync([$"{_reference}/2", _reference]);
        await page.ReloadAsync();
        await Expect(recent).ToHaveTextAsync([$"{_reference}/2", _reference]);
        Assert.DoesNotContain(_reference, await page.EvaluateAsync<string>("() => JSON.stringify(localStorage) + document.cookie"), StringComparison.Ordinal);
        await recent.Last.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Card(page, "State").Locator(".lead")).ToContainTextAsync(_reference);
        await Expect(recent).ToHaveTextAsync([_reference, $"{_reference}/2"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "Forget them" }).ClickAsync();
        await Expect(recent).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Expect(recent).ToHaveTextAsync([_reference]);
    }

    [Fact]
    public async Task Nothing_entered_is_said_at_the_field()
    {
        var page = await OpenAsync("#/payments");
        await Expect(page.GetByText("Search for a payment")).ToBeVisibleAsync();

        await SearchAsync(page, " ");

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Enter a reference.");
        await Expect(page.GetByLabel("Reference", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task What_came_meanwhile_is_shown_by_a_refresh_or_the_same_search()
    {
        await Stage.RecordAsync(Recorded.Of(_reference, 1));
        var page = await OpenAsync($"#/payments?reference={_reference}");
        await Expect(Steps(page)).ToHaveCountAsync(1);

        await Stage.RecordAsync(Recorded.Of(_reference, 2));
        await page.GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();
        await Expect(Steps(page)).ToHaveCountAsync(2);
        await Stage.RecordAsync(Recorded.Of(_reference, 3));
        await SearchAsync(page, _reference);
        await Expect(Steps(page)).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_long_timeline_is_shown_bit_by_bit_and_says_where_it_is_cut()
    {
        await Stage.RecordAsync([.. Enumerable.Range(0, 1_001).Select(number => Recorded.Of(_reference, number))]);
        var page = await OpenAsync($"#/payments?reference={_reference}");

        await Expect(Card(page, "Timeline")).ToContainTextAsync("1,000 latest webhooks, by event time");
        await Expect(Steps(page)).ToHaveCountAsync(100);
        for (var shown = 200; shown <= 1_000; shown += 100)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Show 100 older" }).ClickAsync();
            await Expect(Steps(page)).ToHaveCountAsync(shown);
        }

        await Expect(page.GetByText("There are older webhooks than these 1,000")).ToBeVisibleAsync();
    }

    private static ILocator Card(IPage page, string title) => page.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    private static ILocator Steps(IPage page) => Card(page, "Timeline").Locator("ol > li");

    private static async Task SearchAsync(IPage page, string reference)
    {
        await page.GetByLabel("Reference", new() { Exact = true }).FillAsync(reference);
        await page.GetByLabel("Reference", new() { Exact = true }).PressAsync("Enter");
    }
}
