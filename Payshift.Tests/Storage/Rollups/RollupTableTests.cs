using Azure.Data.Tables;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Tests.Storage.Rollups;

[Collection(CleanupCollection.Name)]
public sealed class RollupTableTests(ServicesFixture services)
{
    [Fact]
    public async Task A_roll_up_is_not_replaced_by_one_of_fewer_batches()
    {
        var day = CleanupCollection.NextDay();
        await using var app = new PayshiftApp(services);
        var table = app.Services.GetRequiredService<RollupTable>();
        BatchCount[] counts = [new("stripe", "card", BatchCount.Processed, 3)];
        await table.WriteAsync(new HourRollup(day, 2, counts), default);

        await table.WriteAsync(new HourRollup(day, 1, []), default);

        Assert.Equal(counts, Assert.Single(await table.ReadAsync(day, day.AddHours(1), default)).Counts);
    }

    [Fact]
    public async Task An_hour_of_very_many_payment_methods_takes_several_rows_and_may_shrink()
    {
        var day = CleanupCollection.NextDay();
        await using var app = new PayshiftApp(services);
        var table = app.Services.GetRequiredService<RollupTable>();
        BatchCount[] many = [.. Enumerable.Range(0, 9000).Select(number => new BatchCount("stripe", $"{number}{Guid.NewGuid()}{Guid.NewGuid()}{Guid.NewGuid()}", BatchCount.Processed, 1, "1:1 2:2"))];

        await table.WriteAsync(new HourRollup(day.AddHours(1), 5, many), default);
        Assert.Equal(many, Assert.Single(await RolledAsync(table, day)).Counts);
        var rows = new TableClient(services.TablesConnectionString, TableNames.Rollups);
        Assert.Equal(3, await rows.QueryAsync<TableEntity>(row => row.PartitionKey == DayKeys.Partition(day)).CountAsync());

        await table.WriteAsync(new HourRollup(day.AddHours(1), 6, many[..5]), default);
        Assert.Equal(many[..5], Assert.Single(await RolledAsync(table, day)).Counts);
    }

    private static Task<IReadOnlyList<HourRollup>> RolledAsync(RollupTable table, DateTimeOffset day) => table.ReadAsync(day, day.AddDays(1), default);
}
