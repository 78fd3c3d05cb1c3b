using CsCheck;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Scaling.History;

namespace Payshift.Tests.Scaling.History;

public sealed class StepCountsTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 7, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    [Fact]
    public void Even_samples_are_summed_by_step() =>
        Assert.Equal([5, 5], Count([.. Enumerable.Range(0, 11).Select(minute => ((double)minute, 100L + minute))]));

    [Fact]
    public void Missed_minutes_are_taken_to_have_been_steady() => Assert.Equal([50, 50, 50], Count((0, 0), (15, 150)));

    [Fact]
    public void Steps_end_with_the_last_sample() => Assert.Equal([10], Count((0, 0), (2, 1000), (7, 1010)));

    [Fact]
    public void Late_samples_are_counted_where_they_belong() => Assert.Equal([7.5, 12.5], Count((0, 0), (4, 6), (6, 9), (10, 20)));

    [Fact]
    public void A_total_that_fell_counts_nothing() => Assert.Equal([10, 0, 10], Count((0, 990), (5, 1000), (10, 3), (15, 13)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Too_few_samples_make_no_step(int samples) =>
        Assert.Empty(Count([.. Enumerable.Range(0, samples).Select(minute => ((double)minute, 5L))]));

    [Fact]
    public void All_that_arrived_within_the_steps_is_counted_once() =>
        Gen.Select(Gen.Double[0.1, 20], Gen.Long[0, 1000]).Array[2, 50].Sample(moves =>
        {
            var (minute, total) = (0.0, 0L);
            var samples = moves.Select(move => Sample(minute += move.Item1, total += move.Item2)).ToArray();

            var counts = StepCounts.From(samples, Step, totals => totals.Received);

            Assert.Equal((int)((samples[^1].At - samples[0].At) / Step), counts.Length);
            Assert.All(counts, count => Assert.True(count >= -1e-6));
            Assert.InRange(counts.Sum(), -1e-6, total - samples[0].Totals.Received + 1e-6);
        });

    private static double[] Count(params (double Minute, long Total)[] samples) =>
        StepCounts.From([.. samples.Select(sample => Sample(sample.Minute, sample.Total))], Step, totals => totals.Received);

    private static TotalsSample Sample(double minute, long received) =>
        new(Start.AddMinutes(minute), new QueueCounters(received, 0, 0, 0, 0, 0));
}
