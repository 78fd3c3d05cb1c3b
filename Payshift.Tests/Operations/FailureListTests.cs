using Payshift.Core.Storage.Failures;

namespace Payshift.Tests.Operations;

[Collection(ServicesCollection.Name)]
public sealed class FailureListTests(ServicesFixture services)
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Newest_come_first_over_days_and_pages_hold_all_of_them_once()
    {
        await using var app = new PayshiftApp(services);
        var webhooks = Enumerable.Range(0, 25).Select(number => SampleWebhooks.Create($"{_run}_{number}", reference: _run) with
        {
            ReceivedAt = FailureFixtures.Received.AddHours(-9 * number),
        }).ToArray();
        await app.KeepAsync([.. webhooks.Reverse().Select(webhook => FailureFixtures.Of(webhook))]);

        var pages = new List<FailurePage>();
        do
        {
            pages.Add(await app.Operations().ListAsync(FailureFixtures.Filter(_run), pages.LastOrDefault()?.Continuation, 7, default));
        }
        while (pages[^1].Continuation is not null);

        Assert.Equal([7, 7, 7, 4], pages.Select(page => page.Failures.Count));
        Assert.Equal(webhooks.Select(webhook => webhook.EventId), pages.SelectMany(page => page.Failures).Select(failure => failure.EventId));
    }

    [Fact]
    public async Task A_page_goes_on_where_the_one_before_ended_also_when_its_rows_are_gone()
    {
        await using var app = new PayshiftApp(services);
        var webhooks = Enumerable.Range(0, 4).Select(number => SampleWebhooks.Create($"{_run}_{number}", reference: _run) with
        {
            ReceivedAt = FailureFixtures.Received.AddSeconds(-number),
        }).ToArray();
        await app.KeepAsync([.. webhooks.Select(webhook => FailureFixtures.Of(webhook))]);
        var first = await app.Operations().ListAsync(FailureFixtures.Filter(_run), null, 2, default);
        await app.KeepAsync(FailureFixtures.Of(SampleWebhooks.Create($"{_run}_new", reference: _run) with { ReceivedAt = FailureFixtures.Received.AddSeconds(9) }));

        var second = await app.Operations().ListAsync(FailureFixtures.Filter(_run), first.Continuation, 10, default);

        Assert.Equal([webhooks[2].EventId, webhooks[3].EventId], second.Failures.Select(failure => failure.EventId));
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task Filters_select_by_what_is_known_of_the_webhook()
    {
        await using var app = new PayshiftApp(services);
        var plain = SampleWebhooks.Create($"{_run}_plain", reference: _run);
        var other = SampleWebhooks.Create($"{_run}_other", reference: _run, method: "bank") with { Provider = "adyen", EventType = "it's", ReceivedAt = FailureFixtures.Received.AddHours(1) };
        await app.KeepAsync(FailureFixtures.Of(plain), FailureFixtures.Of(other, "Bank account CLOSED"));
        var all = FailureFixtures.Filter(_run);

        Assert.Equal(plain.EventId, await OnlyAsync(all with { Provider = "stripe" }));
        Assert.Equal(other.EventId, await OnlyAsync(all with { PaymentMethod = "bank" }));
        Assert.Equal(other.EventId, await OnlyAsync(all with { EventType = "it's" }));
        Assert.Equal(other.EventId, await OnlyAsync(all with { Reason = "account closed" }));
        Assert.Equal(other.EventId, await OnlyAsync(all with { From = other.ReceivedAt }));
        Assert.Equal(plain.EventId, await OnlyAsync(all with { To = other.ReceivedAt }));
        Assert.Empty((await app.Operations().ListAsync(all with { Status = FailureStatus.Retried }, null, 10, default)).Failures);

        async Task<string> OnlyAsync(FailureFilter filter) =>
            Assert.Single((await app.Operations().ListAsync(filter, null, 10, default)).Failures).EventId;
    }

    [Fact]
    public async Task A_continuation_of_somebody_else_is_refused()
    {
        await using var app = new PayshiftApp(services);
        foreach (var continuation in new[] { "?", "AAAA", "MjAyNjEzMDF8", new string('x', 5) })
        {
            await Assert.ThrowsAsync<FormatException>(() => app.Operations().ListAsync(FailureFixtures.Filter(), continuation, 10, default));
        }
    }

    [Fact]
    public async Task One_failure_has_its_errors_and_its_payload_without_card_data()
    {
        await using var app = new PayshiftApp(services);
        var webhook = SampleWebhooks.Create(
            _run, payload: """{"card":"4242 4242 4242 4242","cvc":"123","card_cvv": 9876,"order":"A 1","zip":"12345"}""");
        await app.KeepAsync(FailureFixtures.Of(webhook, "refused"));

        var detail = await app.Operations().FindAsync(FailureFixtures.IdOf(webhook), default);

        Assert.Equal("""{"card":"****4242","cvc":"****","card_cvv": ****,"order":"A 1","zip":"12345"}""", detail!.Payload);
        Assert.Equal(["bank is busy", "refused"], detail.Errors.Select(error => error.Reason));
        Assert.Equal(
            (webhook.EventId, "refused", 2, webhook.Payload.Length, FailureStatus.Open),
            (detail.Failure.EventId, detail.Failure.Reason, detail.Failure.Attempts, detail.Failure.PayloadLength, detail.Failure.Status));
        Assert.True(FailureId.TryParse(detail.Failure.Id, out var id));
        Assert.Equal(FailureFixtures.IdOf(webhook), id);
    }

    [Fact]
    public async Task What_is_not_kept_is_not_found()
    {
        await using var app = new PayshiftApp(services);
        Assert.Null(await app.Operations().FindAsync(FailureFixtures.IdOf(SampleWebhooks.Create(_run)), default));
    }
}
