using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Cleanup.Retention;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;
using Payshift.Tests.Operations;

namespace Payshift.Tests.Cleanup.Retention;

[Collection(CleanupCollection.Name)]
public sealed class RetentionSweeperTests(ServicesFixture services) : ServicesTest(services)
{
    private readonly DateTimeOffset _day = CleanupCollection.NextDay();

    [Fact]
    public async Task Whole_days_of_failures_and_audit_go_when_they_are_old_enough()
    {
        var clock = new FakeTimeProvider(_day.AddDays(4).AddHours(1));
        await using var app = Create(clock, ("Failures", "2.00:00:00"), ("Audit", "3.00:00:00"));
        FailureRecord[] failures = [.. Enumerable.Range(0, 5).Select(day => Failure(day, failedAt: _day.AddDays(day)))];
        await app.KeepAsync([.. failures, Failure(0, failedAt: _day.AddDays(4), "retried")]);
        var audit = app.Services.GetRequiredService<AuditTable>();
        for (var day = 0; day < 5; day++)
        {
            await audit.WriteAsync(new AuditEntry($"{Run}{day}", _day.AddDays(day), Run, AuditAction.Pause, null, AuditOutcome.Done), default);
        }

        var expired = await SweepAsync(app);

        Assert.InRange(expired.Failures, 2, 20);
        Assert.Equal(["_2", "_3", "_4", "_retried"], (await FailuresAsync(app)).Order());
        Assert.Equal(
            [_day.AddDays(4), _day.AddDays(3), _day.AddDays(2), _day.AddDays(1)],
            (await audit.ListAsync(_day, _day.AddDays(9), null, 10, default)).Entries.Select(entry => entry.At));
        Assert.Equal(0, (await SweepAsync(app)).Total());

        clock.Advance(TimeSpan.FromDays(1));
        var next = await SweepAsync(app);
        Assert.Equal((1, 1), (next.Failures, next.Audit));
    }

    [Fact]
    public async Task Batches_go_after_they_are_rolled_up_and_analytics_say_what_is_missing()
    {
        var clock = new FakeTimeProvider(_day.AddDays(3).AddHours(1));
        await using var app = Create(clock, ("Batches", "1.00:00:00"), ("Rollups", "4.00:00:00"));
        await app.RecordAsync([.. Enumerable.Range(0, 250).Select(number => Batches.Of(_day.AddMinutes(number), ("stripe", "card", 1, 0, 0)))]);
        Assert.Equal((250, true), await AnalyticsAsync(app, AnalyticsStep.Minute));

        Assert.InRange((await app.Cleaner.CleanAsync(default)).Expired.Batches, 250, 300);
        Assert.Equal((250, true), await AnalyticsAsync(app, AnalyticsStep.Hour));
        Assert.Equal((0, false), await AnalyticsAsync(app, AnalyticsStep.Minute));
        Assert.Equal((190, false), await AnalyticsAsync(app, AnalyticsStep.Hour, TimeSpan.FromMinutes(30)));

        clock.SetUtcNow(_day.AddDays(6));
        Assert.InRange((await app.Cleaner.CleanAsync(default)).Expired.Rollups, 24, 1000);
        Assert.Equal((0, false), await AnalyticsAsync(app, AnalyticsStep.Hour));
    }

    [Fact]
    public async Task A_payment_goes_as_a_whole_with_what_leads_to_it()
    {
        await using var app = Create(new FakeTimeProvider(_day.AddDays(8)), ("Results", "7.00:00:00"));
        var (old, alive, busy) = (Run + "/old", Run + "/alive", Run + "/long");
        await RecordAsync(
            app,
            [
                Record(old, _day, "1"), Record(old, _day.AddHours(1), "2"),
                Record(alive, _day, "1"), Record(alive, _day.AddDays(2), "2"),
                .. Enumerable.Range(0, 1010).Select(number => Record(busy, _day.AddMinutes(number), $"{number}")),
            ]);

        var expired = await SweepAsync(app);

        // Their rows, and a link from the order and one from the customer to each.
        Assert.InRange(expired.Results, 1016, 1100);
        Assert.Empty(await app.FindPaymentAsync(old, default));
        Assert.Empty(await app.FindPaymentAsync(busy, default));
        Assert.Equal(2, (await app.FindPaymentAsync(alive, default)).Count);
        var links = await app.Services.GetRequiredService<IResultTable>().FindLinkedAsync(PaymentLinkKind.Order, Run, 10, default);
        Assert.Equal([alive], links.Payments.Keys);
    }

    [Fact]
    public async Task A_payment_that_just_got_a_link_stays()
    {
        await using var app = Create(new FakeTimeProvider(DateTimeOffset.UtcNow));
        await RecordAsync(app, Record(Run, _day));

        await RemovePaymentsAsync(app, _day.AddDays(1));

        Assert.Single(await app.FindPaymentAsync(Run, default));
    }

    private PayshiftApp Create(TimeProvider clock, params (string Setting, string Value)[] retention) => new(
        Services,
        values =>
        {
            foreach (var (setting, value) in retention)
            {
                values[$"Payshift:Retention:{setting}"] = value;
            }
        },
        collection => collection.AddSingleton(clock));

    private static Task RecordAsync(PayshiftApp app, params ResultRecord[] records) =>
        app.Services.GetRequiredService<IResultTable>().RecordAsync(records, default);

    private ResultRecord Record(string reference, DateTimeOffset processedAt, string id = "") => new(
        SampleWebhooks.Create($"{reference}{id}", reference: reference) with
        {
            State = PaymentState.Succeeded,
            OrderReference = Run,
            CustomerReference = Run,
        },
        ResultRecord.Processed,
        null,
        1,
        processedAt,
        "batch");

    private FailureRecord Failure(int day, DateTimeOffset failedAt, string? name = null) =>
        FailureFixtures.Of(SampleWebhooks.Create($"{Run}_{name ?? $"{day}"}", reference: Run) with { ReceivedAt = _day.AddDays(day) }) with { FailedAt = failedAt };

    private async Task<IEnumerable<string>> FailuresAsync(PayshiftApp app)
    {
        var page = await app.Operations().ListAsync(FailureFixtures.Filter(Run) with { From = _day, To = _day.AddDays(9) }, null, 100, default);
        return page.Failures.Select(failure => failure.EventId[Run.Length..]);
    }

    private async Task<(long Processed, bool IsComplete)> AnalyticsAsync(PayshiftApp app, AnalyticsStep by, TimeSpan late = default)
    {
        var query = new AnalyticsFilter(_day + late, _day.AddHours(12), by);
        var report = await app.Services.GetRequiredService<AnalyticsReader>().ReadAsync(query, default);
        return (report.Total.Processed, report.IsComplete);
    }

    private static Task<ExpiredRows> SweepAsync(PayshiftApp app) => app.Services.GetRequiredService<RetentionSweeper>().SweepAsync(default);

    private static async Task RemovePaymentsAsync(PayshiftApp app, DateTimeOffset before)
    {
        var expiry = app.Services.GetRequiredService<PaymentExpiry>();
        var (pages, position) = (0, (string?)"");
        while (position is not null)
        {
            (_, position) = await expiry.RemoveAsync(before, position, default);
            Assert.InRange(++pages, 1, 100);
        }
    }
}
