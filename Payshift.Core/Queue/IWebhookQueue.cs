using Payshift.Core.Monitoring;
using Payshift.Core.Webhooks;

namespace Payshift.Core.Queue;

/// <summary>
/// The queue of received webhooks. Every method throws <see cref="QueueUnavailableException"/> when Redis does not answer.
/// </summary>
public interface IWebhookQueue
{
    /// <summary>Keeps new webhooks and recognises known ones, atomically for each partition, in one round trip a partition.</summary>
    Task<EnqueueResult> EnqueueAsync(IReadOnlyList<Webhook> webhooks);

    /// <summary>Leases up to <paramref name="count"/> webhooks in priority order.</summary>
    /// <remarks>
    /// Strict within a partition. Across partitions the one with the foremost webhook gives first, so that a batch
    /// comes from as few partitions as possible.
    /// </remarks>
    Task<IReadOnlyList<LeasedWebhook>> AcquireAsync(int count);

    /// <summary>Leases up to <paramref name="count"/> webhooks that have waited at least <paramref name="age"/>.</summary>
    Task<IReadOnlyList<LeasedWebhook>> AcquireStaleAsync(int count, TimeSpan age);

    /// <summary>Ends leases, in one round trip a partition.</summary>
    /// <returns>For each, in order, whether it took effect; false where the lease is no longer this worker's.</returns>
    Task<IReadOnlyList<bool>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> acknowledgements);

    /// <summary>Puts back what dead workers held and what no part of the queue holds, and forgets old deduplication entries.</summary>
    Task<RecoveryResult> RecoverAsync(CancellationToken cancellationToken);

    Task<QueueStats> GetStatsAsync();
}
