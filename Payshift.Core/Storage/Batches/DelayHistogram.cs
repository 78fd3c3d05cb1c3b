namespace Payshift.Core.Storage.Batches;

/// <summary>
/// Durations in fixed logarithmic buckets, four to each doubling from one millisecond on: percentiles over any number of
/// batches are known to about a tenth.
/// </summary>
public sealed class DelayHistogram
{
    private const int BucketsPerDoubling = 4;

    /// <summary>The last one takes in all from 49 days on.</summary>
    private const int Buckets = 32 * BucketsPerDoubling;

    private readonly long[] _counts = new long[Buckets];

    public long Count { get; private set; }

    public void Add(TimeSpan duration, long count = 1) => Add(BucketOf(duration), count);

    /// <summary>Adds what <see cref="ToString"/> gave. What is not of that form is left out.</summary>
    public void Add(string? text)
    {
        foreach (var part in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0
                && int.TryParse(part.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var bucket)
                && bucket < Buckets
                && long.TryParse(part.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                Add(bucket, count);
            }
        }
    }

    /// <param name="share">From 0 to 1.</param>
    /// <returns>The middle of the bucket that the percentile falls into; null where nothing was added.</returns>
    public TimeSpan? Percentile(double share)
    {
        if (Count == 0)
        {
            return null;
        }

        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        var bucket = 0;
        for (var seen = _counts[0]; seen < rank; seen += _counts[bucket])
        {
            bucket++;
        }

        return Middle(bucket);
    }

    /// <returns>As if everything had been in the middle of its bucket; null where nothing was added.</returns>
    public TimeSpan? Average() => Count == 0
        ? null
        : TimeSpan.FromMilliseconds(Enumerable.Range(0, Buckets).Sum(bucket => _counts[bucket] * Middle(bucket).TotalMilliseconds) / Count);

    /// <returns>The buckets that hold something, each with its count: <c>12:3 40:1</c>.</returns>
    public override string ToString() => string.Join(
        ' ', _counts.Select((count, bucket) => (count, bucket)).Where(entry => entry.count > 0).Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.bucket}:{entry.count}")));

    private static TimeSpan Middle(int bucket) =>
        TimeSpan.FromMilliseconds(bucket == 0 ? 0.5 : Math.Pow(2, (bucket - 0.5) / BucketsPerDoubling));

    private void Add(int bucket, long count)
    {
        _counts[bucket] += count;
        Count += count;
    }

    /// <summary>Bucket 0 ends at a millisecond, each next one a quarter of a doubling later.</summary>
    private static int BucketOf(TimeSpan duration) => duration.TotalMilliseconds <= 1
        ? 0
        : Math.Min(Buckets - 1, (int)Math.Ceiling(BucketsPerDoubling * Math.Log2(duration.TotalMilliseconds)));
}
