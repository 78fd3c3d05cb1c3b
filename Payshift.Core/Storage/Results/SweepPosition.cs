namespace Payshift.Core.Storage.Results;

/// <summary>The place in the results from which a sweep goes on.</summary>
/// <param name="Row">The first row key that it has not looked at.</param>
internal readonly record struct SweepPosition(int Bucket, string Row)
{
    private const int BucketLength = 2;

    public static SweepPosition Start => BeginningOf(0);

    /// <param name="text">Of <see cref="ToString"/>; empty for the start.</param>
    public static SweepPosition Parse(string text) => text.Length < BucketLength
        ? Start
        : new SweepPosition(int.Parse(text.AsSpan(0, BucketLength), NumberStyles.HexNumber, CultureInfo.InvariantCulture), text[BucketLength..]);

    /// <param name="lastRow">The last row of a full page; null where the page reached the end of the bucket.</param>
    /// <returns>The payment after the one that a full page ended in, or the next bucket; null after the last bucket.</returns>
    public SweepPosition? Next(string? lastRow, int buckets) =>
        lastRow is not null ? this with { Row = TableKeys.PrefixRange(ResultKeys.PrefixOf(lastRow)).To }
        : Bucket + 1 < buckets ? BeginningOf(Bucket + 1)
        : null;

    public override string ToString() => TableKeys.Bucket(Bucket) + Row;

    private static SweepPosition BeginningOf(int bucket) => new(bucket, LinkKeys.AfterAll);
}
