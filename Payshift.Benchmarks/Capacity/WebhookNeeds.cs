namespace Payshift.Benchmarks.Capacity;

/// <summary>What one webhook needs, as measured here.</summary>
/// <param name="ReceiveSeconds">Of a core: verify, extract, compress, enqueue; without the HTTP server.</param>
/// <param name="ProcessSeconds">Of a core: acquire, record, acknowledge; without a handler.</param>
/// <param name="RedisRoundTrips">Receiving takes one more.</param>
/// <param name="Entities">Rows written.</param>
/// <param name="EntityBytes">Of the rows that stay, by the formula of Azure Table Storage.</param>
/// <param name="QueuedBytes">Of Redis while it waits.</param>
/// <param name="KnownBytes">Of Redis for the deduplication window after it was processed.</param>
internal sealed record WebhookNeeds(
    double ReceiveSeconds,
    double ProcessSeconds,
    double RedisRoundTrips,
    double Entities,
    double EntityBytes,
    double QueuedBytes,
    double KnownBytes);
