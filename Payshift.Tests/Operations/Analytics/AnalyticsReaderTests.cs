using Payshift.Core.Operations.Analytics;

namespace Payshift.Tests.Operations.Analytics;

[Collection(ServicesCollection.Name)]
public sealed class AnalyticsReaderTests(ServicesFixture services)
{
    private readonly DateTimeOffset _day = Batches.AnyDay();

    [Fact]
    public async Task Series_sums_and_groups_come_from_the_batches_of_the_period()
    {
        await using var app = new PayshiftApp(services);
        await app.RecordAsync(
            Batches.Of(_day.AddHours(1), ("stripe", "card", 10, 0, 2)),
            Batches.Of(_day.AddHours(1).AddMinutes(59), ("stripe", "card", 5, 1, 0), ("adyen", "bank", 1, 3, 0)),
            Batches.Of(_day.AddHours(23), ("adyen", "bank", 4, 0, 0)),
            Batches.Of(_day.AddHours(24), ("adyen", "bank", 1000, 0, 0)));

        var report = await ReadAsync(app, new AnalyticsFilter(_day, _day.AddDays(1), AnalyticsStep.Hour));

        Assert.True(report.IsComplete);
        Assert.Equal((24, 20, 4, 2, 26), (report.Series.Count, report.Total.Processed, report.Total.Failed, report.Total.Retried, report.Total.Received));
        Assert.Equal((_day.AddHours(1), 16, 4), (report.Series[1].At, report.Series[1].Totals.Processed, report.Series[1].Totals.Failed));
        Assert.Equal(4, report.Series[23].Totals.Processed);
        Assert.Null(report.Series[2].Totals.Delay);
        Assert.Equal([("stripe", "card", 15), ("adyen", "bank", 5)], report.Groups.Select(group => (group.Provider, group.PaymentMethod, group.Totals.Processed)));
        Assert.InRange(report.Total.Delay!.P95Seconds, 1.8, 2.2);
    }

    [Fact]
    public async Task The_trend_compares_with_the_period_before()
    {
        await using var app = new PayshiftApp(services);
        await app.RecordAsync(Batches.Of(_day.AddHours(2), ("stripe", "card", 10, 0, 0)), Batches.Of(_day.AddHours(3), ("stripe", "card", 15, 1, 0)));

        var report = await ReadAsync(app, new AnalyticsFilter(_day.AddHours(3), _day.AddHours(4), AnalyticsStep.Minute));

        Assert.Equal((10, 15), (report.Before.Processed, report.Total.Processed));
        Assert.Equal((0.5, null, 0), (report.Trend.Processed, report.Trend.Failed, report.Trend.DelayP95));
        Assert.Equal(60, report.Series.Count);
    }

    [Fact]
    public async Task Provider_and_payment_method_select()
    {
        await using var app = new PayshiftApp(services);
        await app.RecordAsync(Batches.Of(_day.AddHours(2), ("stripe", "card", 10, 0, 0), ("stripe", "bank", 3, 0, 0), ("adyen", "card", 7, 0, 0)));
        var all = new AnalyticsFilter(_day, _day.AddDays(2), AnalyticsStep.Day);

        Assert.Equal(13, (await ReadAsync(app, all with { Provider = "stripe" })).Total.Processed);
        Assert.Equal(17, (await ReadAsync(app, all with { PaymentMethod = "card" })).Total.Processed);
        Assert.Equal(3, (await ReadAsync(app, all with { Provider = "stripe", PaymentMethod = "bank" })).Total.Processed);
    }

    private static Task<AnalyticsResponse> ReadAsync(PayshiftApp app, AnalyticsFilter query) =>
        app.Services.GetRequiredService<AnalyticsReader>().ReadAsync(query, default);
}
