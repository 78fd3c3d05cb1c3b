namespace Payshift.Cli.Sending;

/// <summary>The result of a <see cref="SendOrder"/>.</summary>
/// <param name="Url">Where it was sent to.</param>
/// <param name="IsComplete">False where it was interrupted.</param>
internal sealed record SendResult(Uri Url, IReadOnlyList<SentDelivery> Deliveries, double ElapsedSeconds, bool IsComplete)
{
    public int Sent => Deliveries.Count;

    public int Kept => Deliveries.Sum(delivery => delivery.Kept ?? 0);

    public int Duplicates => Deliveries.Sum(delivery => delivery.Duplicates ?? 0);

    public int Accepted => Deliveries.Count(delivery => delivery.Status is >= 200 and < 300);

    public int Refused => Deliveries.Count(delivery => delivery.Status is >= 400 and < 500);

    public int NotAsExpected => Deliveries.Count(delivery => !delivery.AsExpected);

    public double AverageMilliseconds => Sent == 0 ? 0 : Deliveries.Average(delivery => delivery.ElapsedMilliseconds);

    /// <summary>99 of 100 were answered within this time.</summary>
    public double P99Milliseconds => Sent == 0
        ? 0
        : Deliveries.Select(delivery => delivery.ElapsedMilliseconds).Order().ElementAt((int)Math.Ceiling(0.99 * Sent) - 1);
}
