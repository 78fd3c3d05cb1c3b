using Payshift.Core.Storage.Batches;

namespace Payshift.Tests.Operations;

[Collection(ServicesCollection.Name)]
public sealed class BatchListTests(ServicesFixture services)
{
    private readonly DateTimeOffset _day = Batches.AnyDay();

    private BatchFilter All => new(_day, _day.AddDays(3));

    [Fact]
    public async Task Newest_come_first_over_days_and_pages_hold_all_of_them_once()
    {
        await using var app = new PayshiftApp(services);
        var records = Enumerable.Range(0, 25).Select(number => Batches.Of(_day.AddHours(70 - 2.5 * number), ("stripe", "card", number + 1, 0, 0))).ToArray();
        await app.RecordAsync(records);

        var pages = new List<BatchPage>();
        do
        {
            pages.Add(await ListAsync(app, All, 7, pages.LastOrDefault()?.Continuation));
        }
        while (pages[^1].Continuation is not null);

        Assert.Equal([7, 7, 7, 4], pages.Select(page => page.Batches.Count));
        Assert.Equal(records.Select(record => record.BatchId), pages.SelectMany(page => page.Batches).Select(batch => batch.BatchId));
    }

    [Fact]
    public async Task A_batch_says_what_was_recorded_of_it()
    {
        await using var app = new PayshiftApp(services);
        var record = Batches.Of(_day.AddHours(5), ("stripe", "card", 10, 1, 2), ("adyen", "bank", 0, 0, 3));
        await app.RecordAsync(record);

        var batch = Assert.Single((await ListAsync(app, All)).Batches);

        Assert.Equal(record.Counts, batch.Counts);
        Assert.Equal(record with { Counts = batch.Counts }, batch);
    }

    [Fact]
    public async Task Filters_select_batches_with_at_least_one_webhook_that_has_all_of_it()
    {
        await using var app = new PayshiftApp(services);
        var mixed = Batches.Of(_day.AddHours(1), ("stripe", "card", 5, 1, 0), ("adyen", "bank", 3, 0, 0));
        var retried = Batches.Of(_day.AddHours(2), ("adyen", "bank", 0, 0, 4));
        var fine = Batches.Of(_day.AddHours(3), ("stripe", "bank", 9, 0, 0));
        await app.RecordAsync(mixed, retried, fine);

        await IsAsync(All with { Provider = "stripe" }, fine, mixed);
        await IsAsync(All with { PaymentMethod = "bank" }, fine, retried, mixed);
        await IsAsync(All with { Provider = "stripe", PaymentMethod = "bank" }, fine);
        await IsAsync(All with { Outcome = BatchOutcome.Processed }, fine, mixed);
        await IsAsync(All with { Outcome = BatchOutcome.Retried }, retried);
        await IsAsync(All with { Outcome = BatchOutcome.Failed }, mixed);
        await IsAsync(All with { Outcome = BatchOutcome.Failed, Provider = "adyen" });
        await IsAsync(All with { From = retried.StartedAt }, fine, retried);
        await IsAsync(All with { To = retried.StartedAt }, mixed);

        async Task IsAsync(BatchFilter filter, params BatchRecord[] meant) =>
            Assert.Equal(meant.Select(record => record.BatchId), (await ListAsync(app, filter)).Batches.Select(batch => batch.BatchId));
    }

    private static Task<BatchPage> ListAsync(PayshiftApp app, BatchFilter filter, int limit = 10, string? continuation = null) =>
        app.Services.GetRequiredService<IBatchTable>().ListAsync(filter, continuation, limit, default);
}
