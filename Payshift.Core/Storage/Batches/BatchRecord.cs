namespace Payshift.Core.Storage.Batches;

/// <summary>The record of one batch: a row of <c>WebhookBatches</c>.</summary>
/// <param name="Counts">Webhooks by provider, payment method and outcome.</param>
/// <param name="Elapsed">From leasing to settling.</param>
/// <param name="TotalDelay">Sum over the batch of the time from receipt to record.</param>
/// <param name="MaxDelay">The longest time from receipt to record.</param>
public sealed record BatchRecord(
    string BatchId,
    DateTimeOffset StartedAt,
    TimeSpan Elapsed,
    TimeSpan TotalDelay,
    TimeSpan MaxDelay,
    IReadOnlyList<BatchCount> Counts)
{
    /// <param name="outcome">One of <see cref="BatchCount"/>'s names.</param>
    /// <returns>How many webhooks had it.</returns>
    public int Total(string outcome) => Counts.Where(count => count.Outcome == outcome).Sum(count => count.Count);
}
