using CsCheck;
using Payshift.Core.Cleanup.Rollups;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Tests.Cleanup.Rollups;

public sealed class HourTallyTests
{
    private static readonly DateTimeOffset Day = new(2100, 1, 10, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<BatchCount> AnyCount = Gen.Select(
        Gen.OneOf("stripe", "adyen"),
        Gen.OneOf("card", "bank"),
        Gen.OneOf(BatchCount.Received, BatchCount.Processed, BatchCount.Retried, BatchCount.Failed),
        Gen.Int[0, 100_000_000].Array[0, 5],
        (provider, method, outcome, delays) => new BatchCount(provider, method, outcome, delays.Length, DelaysOf(delays)));

    private static readonly Gen<(int Minute, BatchCount[] Counts)[]> AnyBatches = Gen.Select(Gen.Int[0, 72 * 60 - 1], AnyCount.Array[0, 6]).Array[0, 40];

    /// <summary>Half of them begin or end at full hours.</summary>
    private static readonly Gen<int> AnyLength = Gen.OneOf(Gen.Int[1, 48].Select(hours => 60 * hours), (IGen<int>)Gen.Int[1, 48 * 60]);

    [Fact]
    public void Counts_of_rolled_hours_are_those_of_their_batches() => Gen.Select(AnyBatches, Gen.Int[0, 72], AnyLength, AnyLength).Sample((drawn, rolledHours, from, length) =>
    {
        BatchRecord[] batches = [.. drawn.Select(batch => Batch(Day.AddMinutes(batch.Minute), batch.Counts))];
        var (start, end) = (Day.AddMinutes(from), Day.AddMinutes(from + length));
        var rolled = Enumerable.Range(0, rolledHours)
            .Select(hour => Roll(Day.AddHours(hour), batches))
            .Where(rollup => rollup.Hour >= start && rollup.Hour + Hours.One <= end)
            .ToArray();
        var rest = CountsReader.Rest(start, end, rolled).SelectMany(period => Between(batches, period.From, period.To)).ToArray();

        Assert.Equal(Between(batches, start, end).Count(), rolled.Sum(rollup => rollup.Batches) + rest.Length);
        Assert.Equal(
            Sums(Between(batches, start, end).Select(batch => (batch.StartedAt, batch.Counts))),
            Sums([.. rolled.Select(rollup => (rollup.Hour, rollup.Counts)), .. rest.Select(batch => (batch.StartedAt, batch.Counts))]));
    });

    [Fact]
    public void An_hour_without_batches_is_a_roll_up_of_nothing()
    {
        var rollup = new HourTally(Day).Sum();

        Assert.Equal((Day, 0), (rollup.Hour, rollup.Batches));
        Assert.Empty(rollup.Counts);
    }

    private static HourRollup Roll(DateTimeOffset hour, IEnumerable<BatchRecord> batches)
    {
        var tally = new HourTally(hour);
        foreach (var batch in Between(batches, hour, hour + Hours.One))
        {
            tally.Add(batch);
        }

        return tally.Sum();
    }

    private static IEnumerable<BatchRecord> Between(IEnumerable<BatchRecord> batches, DateTimeOffset from, DateTimeOffset to) =>
        batches.Where(batch => batch.StartedAt >= from && batch.StartedAt < to);

    /// <summary>By hour, provider and payment method, as analytics show them.</summary>
    private static IEnumerable<(DateTimeOffset Hour, string Provider, string Method, AnalyticsTotals Totals)> Sums(
        IEnumerable<(DateTimeOffset At, IReadOnlyList<BatchCount> Counts)> counts) => counts
        .SelectMany(at => at.Counts.Select(count => (Hour: Hours.Floor(at.At), Count: count)))
        .GroupBy(one => (one.Hour, one.Count.Provider, one.Count.PaymentMethod))
        .OrderBy(group => group.Key)
        .Select(group =>
        {
            var tally = new Tally();
            foreach (var (_, count) in group)
            {
                tally.Add(count);
            }

            return (group.Key.Hour, group.Key.Provider, group.Key.PaymentMethod, tally.Sum());
        });

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
