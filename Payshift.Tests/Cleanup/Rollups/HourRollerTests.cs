using Azure.Data.Tables;
using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Storage;
using Payshift.Tests.Operations;

namespace Payshift.Tests.Cleanup.Rollups;

[Collection(CleanupCollection.Name)]
public sealed class HourRollerTests(ServicesFixture services) : ServicesTest(services)
{
    [Fact]
    public async Task Analytics_of_rolled_hours_are_those_of_their_batches()
    {
        var day = CleanupCollection.NextDay();
        var clock = new FakeTimeProvider(day.AddHours(60));
        await using var app = Create(clock);
        await app.RecordAsync(
            Batches.Of(day, ("stripe", "card", 1, 0, 0)),
            Batches.Of(day.AddMinutes(59), ("stripe", "card", 10, 1, 2), ("adyen", "bank", 3, 0, 0)),
            Batches.Of(day.AddHours(5.5), ("stripe", "bank", 7, 0, 1)),
            Batches.Of(day.AddHours(5.75), ("stripe", "bank", 70, 5, 0), ("stripe", "card", 100, 0, 0)),
            Batches.Of(day.AddHours(47), ("adyen", "bank", 1000, 0, 0)),
            Batches.Of(day.AddHours(48), ("adyen", "card", 0, 9, 9)));
        AnalyticsFilter[] queries =
        [
            new(day, day.AddHours(48), AnalyticsStep.Hour),
            new(day.AddHours(24), day.AddHours(49), AnalyticsStep.Day),
            new(day.AddMinutes(30), day.AddHours(48), AnalyticsStep.Hour, "stripe"),
            new(day.AddHours(2), day.AddHours(5.6), AnalyticsStep.Day, "stripe", "bank"),
        ];
        var before = await ReadAsync(app, queries);

        clock.SetUtcNow(day.AddHours(76));
        Assert.InRange((await app.Cleaner.CleanAsync(default)).RolledHours, 1, 1000);
        await RemoveBatchesAsync(day, hour => !queries.Any(query => IsCut(query, hour)));

        Assert.Equal(before, await ReadAsync(app, queries));
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

    private PayshiftApp Create(TimeProvider clock) => new(Services, configure: collection => collection.AddSingleton(clock));

    private static async Task<IReadOnlyList<string>> ReadAsync(PayshiftApp app, IEnumerable<AnalyticsFilter> queries)
    {
        var reports = await Task.WhenAll(queries.Select(query => app.Services.GetRequiredService<AnalyticsReader>().ReadAsync(query, default)));
        Assert.All(reports, report => Assert.True(report.IsComplete));
        return [.. reports.Select(report => JsonSerializer.Serialize(report))];
    }

    private static async Task<long> ProcessedAsync(PayshiftApp app, DateTimeOffset day, AnalyticsStep by) =>
        (await app.Services.GetRequiredService<AnalyticsReader>().ReadAsync(new AnalyticsFilter(day, day.AddHours(24), by), default)).Total.Processed;

    /// <summary>Whether a query or its period before begins or ends within the hour.</summary>
    private static bool IsCut(AnalyticsFilter query, DateTimeOffset hour) =>
        new[] { query.From - (query.To - query.From), query.From, query.To }.Any(at => at > hour && at < hour.AddHours(1));

    private async Task RemoveBatchesAsync(DateTimeOffset day, Func<DateTimeOffset, bool> isMeant)
    {
        var table = new TableClient(Services.TablesConnectionString, TableNames.Batches);
        var (first, last) = (DayKeys.Partition(day), DayKeys.Partition(day.AddDays(3)));
        foreach (var row in await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last}")).ToListAsync())
        {
            var at = row.GetDateTimeOffset("StartedAt")!.Value;
            if (isMeant(at.AddMinutes(-at.Minute)))
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
            }
        }
    }
}
