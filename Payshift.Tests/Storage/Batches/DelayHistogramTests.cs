using Payshift.Core.Storage.Batches;

namespace Payshift.Tests.Storage.Batches;

public sealed class DelayHistogramTests
{
    [Fact]
    public void Percentiles_are_within_a_tenth_whatever_the_durations()
    {
        var random = new Random(7);
        var histogram = new DelayHistogram();
        var durations = Enumerable.Range(0, 5000).Select(_ => Math.Pow(10, 0.5 + 6 * random.NextDouble())).Order().ToArray();
        foreach (var milliseconds in durations)
        {
            histogram.Add(TimeSpan.FromMilliseconds(milliseconds));
        }

        foreach (var share in new[] { 0.01, 0.5, 0.95, 0.99, 1 })
        {
            var exact = durations[(int)Math.Ceiling(share * durations.Length) - 1];
            Assert.InRange(histogram.Percentile(share)!.Value.TotalMilliseconds / exact, 0.9, 1.1);
        }
    }

    [Fact]
    public void What_batches_wrote_adds_up_to_the_same()
    {
        var (first, second, all) = (new DelayHistogram(), new DelayHistogram(), new DelayHistogram());
        foreach (var milliseconds in new[] { 0, 1, 2, 500, 500, 90_000, 1e12 })
        {
            (milliseconds > 400 ? first : second).Add(TimeSpan.FromMilliseconds(milliseconds));
            all.Add(TimeSpan.FromMilliseconds(milliseconds));
        }

        var merged = new DelayHistogram();
        merged.Add(first.ToString());
        merged.Add(second.ToString());

        Assert.Equal((all.ToString(), 7), (merged.ToString(), merged.Count));
    }

    [Fact]
    public void What_is_no_histogram_adds_nothing()
    {
        var histogram = new DelayHistogram();
        foreach (var text in new[] { null, "", "x", "1", ":1", "999:1", "-1:3", "1:-3", "1:x" })
        {
            histogram.Add(text);
        }

        Assert.Equal((0, null, ""), (histogram.Count, histogram.Percentile(0.5), histogram.ToString()));
    }
}
