using Azure.Data.Tables;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Rollups;
using Payshift.Tests.Operations;

namespace Payshift.Tests.Cleanup.Rollups;

[Collection(CleanupCollection.Name)]
public sealed class HourRollerTests(ServicesFixture services) : IAsyncLifetime
{
    private static readonly Gen<BatchCount> AnyCount = Gen.Select(
        Gen.OneOf("stripe", "adyen"),
        Gen.OneOf("card", "bank"),
        Gen.OneOf(BatchCount.Received, BatchCount.Processed, BatchCount.Retried, BatchCount.Failed),
        Gen.Int[0, 100_000_000].Array[0, 5],
        (provider, method, outcome, delays) => new BatchCount(provider, method, outcome, delays.Length, DelaysOf(delays)));

    private static readonly Gen<(int Minute, BatchCount[] Counts)[]> AnyBatches = Gen.Select(Gen.Int[0, 72 * 60 - 1], AnyCount.Array[0, 6]).Array[0, 40];

    /// <summary>Half of them begin or end at full hours.</summary>
    private static readonly Gen<int> AnyLength = Gen.OneOf(Gen.Int[1, 48].Select(hours => 60 * hours), (IGen<int>)Gen.Int[1, 48 * 60]);

    private static readonly Gen<(int From, int Minutes, AnalyticsStep By, string? Provider, string? Method)[]> AnyQueries = Gen.Select(
        AnyLength, AnyLength, Gen.OneOf(AnalyticsStep.Hour, AnalyticsStep.Day), Gen.OneOf<string?>(null, "stripe"), Gen.OneOf<string?>(null, "bank")).Array[2, 6];

    public Task InitializeAsync() => services.EmptyRedisAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Analytics_of_rolled_hours_are_those_of_their_batches()
    {
        var clock = new FakeTimeProvider();
        await using var app = Create(clock);
        await Gen.Select(AnyBatches, AnyQueries).SampleAsync(async (batches, asked) =>
        {
            var day = CleanupCollection.NextDay();
            await app.RecordAsync([.. batches.Select(batch => Batch(day.AddMinutes(batch.Minute), batch.Counts))]);
            var queries = asked
                .Select(query => new AnalyticsQuery(day.AddMinutes(query.From), day.AddMinutes(query.From + query.Minutes), query.By, query.Provider, query.Method))
                .ToArray();
            var before = await ReadAsync(app, queries);

            clock.SetUtcNow(day.AddHours(100));
            Assert.InRange((await app.Cleaner.CleanAsync(default)).RolledHours, 1, 1000);
            await RemoveBatchesAsync(day, hour => !queries.Any(query => IsCut(query, hour)));

            Assert.Equal(before, await ReadAsync(app, queries));
        }, iter: 6, threads: 1);
    }

    [Fact]
    public async Task Hours_that_may_get_more_batches_are_read_from_these()
    {
        var day = CleanupCollection.NextDay();
        var clock = new FakeTimeProvider(day.AddHours(12).AddMinutes(14));
        await using var app = Create(clock);
        await app.RecordAsync(Batches.Of(day.AddHours(10.5), ("stripe", "card", 1, 0, 0)), Batches.Of(day.AddHours(11.5), ("stripe", "card", 10, 0, 0)));

        await app.Cleaner.CleanAsync(default);
        Assert.Equal(day.AddHours(10), (await RolledAsync(app, day)).Max(rollup => rollup.Hour));
        await app.RecordAsync(Batches.Of(day.AddHours(11.9), ("stripe", "card", 100, 0, 0)));
        Assert.Equal(111, await ProcessedAsync(app, day, AnalyticsStep.Hour));

        clock.Advance(TimeSpan.FromMinutes(1));
        await app.Cleaner.CleanAsync(default);
        Assert.Equal(2, (await RolledAsync(app, day)).MaxBy(rollup => rollup.Hour)!.Batches);
        Assert.Equal(111, await ProcessedAsync(app, day, AnalyticsStep.Hour));
    }

    [Fact]
    public async Task A_batch_that_came_too_late_is_in_the_roll_up_a_day_later()
    {
        var day = CleanupCollection.NextDay();
        var clock = new FakeTimeProvider(day.AddHours(6));
        await using var app = Create(clock);
        await app.RecordAsync(Batches.Of(day.AddHours(1), ("stripe", "card", 1, 0, 0)));
        await app.Cleaner.CleanAsync(default);
        await app.RecordAsync(Batches.Of(day.AddHours(1.5), ("stripe", "card", 10, 0, 0)));
        Assert.Equal((1, 11), (await ProcessedAsync(app, day, AnalyticsStep.Hour), await ProcessedAsync(app, day, AnalyticsStep.Minute)));

        clock.Advance(TimeSpan.FromDays(1));
        await app.Cleaner.CleanAsync(default);

        Assert.Equal(11, await ProcessedAsync(app, day, AnalyticsStep.Hour));
    }

    [Fact]
    public async Task A_roll_up_is_not_replaced_by_one_of_fewer_batches()
    {
        var day = CleanupCollection.NextDay();
        await using var app = Create(new FakeTimeProvider(day));
        var store = app.Services.GetRequiredService<IRollupStore>();
        BatchCount[] counts = [new("stripe", "card", BatchCount.Processed, 3)];
        await store.WriteAsync(new HourRollup(day, 2, counts), default);

        await store.WriteAsync(new HourRollup(day, 1, []), default);

        Assert.Equal(counts, Assert.Single(await store.ReadAsync(day, day.AddHours(1), default)).Counts);
    }

    [Fact]
    public async Task Nothing_is_left_out_when_cleanup_did_not_run_for_years()
    {
        var day = CleanupCollection.NextDay();
        var clock = new FakeTimeProvider(day.AddHours(10));
        await using var app = Create(clock);
        await app.Cleaner.CleanAsync(default);
        for (var skipped = 0; skipped < 100; skipped++)
        {
            _ = CleanupCollection.NextDay();
        }

        var last = CleanupCollection.NextDay();
        await app.RecordAsync([.. new[] { day.AddHours(20), day.AddDays(300), last.AddHours(5) }.Select(at => Batches.Of(at, ("stripe", "card", 1, 0, 0)))]);
        clock.SetUtcNow(last.AddHours(8));

        var summary = await app.Cleaner.CleanAsync(default);

        Assert.InRange(summary.RolledHours, 2 * (14 + 24) + 7, 150);
        Assert.Equal(3, (await app.Services.GetRequiredService<IRollupStore>().ReadAsync(day, last.AddDays(1), default)).Sum(rollup => rollup.Batches));
    }

    [Fact]
    public async Task An_hour_of_very_many_payment_methods_takes_several_rows_and_may_shrink()
    {
        var day = CleanupCollection.NextDay();
        await using var app = Create(new FakeTimeProvider(day));
        var store = app.Services.GetRequiredService<IRollupStore>();
        BatchCount[] many = [.. Enumerable.Range(0, 9000).Select(number => new BatchCount("stripe", $"{number}{Guid.NewGuid()}{Guid.NewGuid()}{Guid.NewGuid()}", BatchCount.Processed, 1, "1:1 2:2"))];

        await store.WriteAsync(new HourRollup(day.AddHours(1), 5, many), default);
        Assert.Equal(many, Assert.Single(await RolledAsync(app, day)).Counts);
        var table = new TableClient(services.TablesConnectionString, TableNames.Rollups);
        Assert.Equal(3, await table.QueryAsync<TableEntity>(row => row.PartitionKey == TableKeys.Day(day)).CountAsync());

        await store.WriteAsync(new HourRollup(day.AddHours(1), 6, many[..5]), default);
        Assert.Equal(many[..5], Assert.Single(await RolledAsync(app, day)).Counts);
    }

    private PayshiftApp Create(TimeProvider clock) => new(services, configure: collection => collection.AddSingleton(clock));

    private static async Task<IReadOnlyList<string>> ReadAsync(PayshiftApp app, IEnumerable<AnalyticsQuery> queries)
    {
        var reports = await Task.WhenAll(queries.Select(query => app.Services.GetRequiredService<AnalyticsReader>().ReadAsync(query, default)));
        Assert.All(reports, report => Assert.True(report.IsComplete));
        return [.. reports.Select(report => JsonSerializer.Serialize(report))];
    }

    private static async Task<long> ProcessedAsync(PayshiftApp app, DateTimeOffset day, AnalyticsStep by) =>
        (await app.Services.GetRequiredService<AnalyticsReader>().ReadAsync(new AnalyticsQuery(day, day.AddHours(24), by), default)).Total.Processed;

    private static Task<IReadOnlyList<HourRollup>> RolledAsync(PayshiftApp app, DateTimeOffset day) =>
        app.Services.GetRequiredService<IRollupStore>().ReadAsync(day, day.AddDays(1), default);

    /// <summary>Whether a query or its period before begins or ends within the hour.</summary>
    private static bool IsCut(AnalyticsQuery query, DateTimeOffset hour) =>
        new[] { query.From - (query.To - query.From), query.From, query.To }.Any(at => at > hour && at < hour.AddHours(1));

    private async Task RemoveBatchesAsync(DateTimeOffset day, Func<DateTimeOffset, bool> isMeant)
    {
        var table = new TableClient(services.TablesConnectionString, TableNames.Batches);
        var (first, last) = (TableKeys.Day(day), TableKeys.Day(day.AddDays(3)));
        foreach (var row in await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last}")).ToListAsync())
        {
            var at = row.GetDateTimeOffset("StartedAt")!.Value;
            if (isMeant(at.AddMinutes(-at.Minute)))
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
            }
        }
    }

    private static BatchRecord Batch(DateTimeOffset at, IReadOnlyList<BatchCount> counts) =>
        new(Guid.NewGuid().ToString("N"), at, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, counts);

    private static string? DelaysOf(IEnumerable<int> delays)
    {
        var histogram = new DelayHistogram();
        foreach (var delay in delays)
        {
            histogram.Add(TimeSpan.FromMilliseconds(delay));
        }

        return histogram.Count > 0 ? histogram.ToString() : null;
    }
}
