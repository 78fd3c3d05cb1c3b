using Payshift.Core.Storage.Batches;

namespace Payshift.Tests.Operations;

/// <summary>Batches as processing leaves them.</summary>
internal static class Batches
{
    private static int _taken;

    /// <summary>All tests share the table: three days of long ago are this test's alone, and three before them are nobody's.</summary>
    public static DateTimeOffset AnyDay() => new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(7 * Interlocked.Increment(ref _taken));

    public static Task RecordAsync(this PayshiftApp app, params BatchRecord[] records) =>
        app.Services.GetRequiredService<IBatchTable>().RecordAsync(records, default);

    /// <summary>Each webhook took two seconds.</summary>
    public static BatchRecord Of(DateTimeOffset at, params (string Provider, string Method, int Processed, int Failed, int Retried)[] counts) => new(
        Guid.NewGuid().ToString("N"),
        at,
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(2 * counts.Sum(count => count.Processed + count.Failed)),
        TimeSpan.FromSeconds(counts.Any(count => count.Processed + count.Failed > 0) ? 2 : 0),
        [
            .. counts.SelectMany(count => new[]
            {
                new BatchCount(count.Provider, count.Method, BatchCount.Processed, count.Processed, Delays(count.Processed)),
                new BatchCount(count.Provider, count.Method, BatchCount.Failed, count.Failed, Delays(count.Failed)),
                new BatchCount(count.Provider, count.Method, BatchCount.Retried, count.Retried),
                new BatchCount(count.Provider, count.Method, BatchCount.Received, count.Processed + count.Failed + count.Retried),
            }).Where(count => count.Count > 0),
        ]);

    private static string Delays(int count)
    {
        var histogram = new DelayHistogram();
        histogram.Add(TimeSpan.FromSeconds(2), count);
        return histogram.ToString();
    }
}
