using Payshift.Core.Queue.Stats;

namespace Payshift.Core.Queue;

/// <summary>
/// The queue of received webhooks. Every method throws <see cref="QueueUnavailableException"/> when Redis does not answer.
/// </summary>
public interface IWebhookQueue
{
    /// <summary>Keeps new webhooks and recognises known ones, atomically for each partition, in one round trip a partition.</summary>
    Task<EnqueueResult> EnqueueAsync(IReadOnlyList<Webhook> webhooks);

    /// <summary>
    /// Lets a webhook that left the queue wait again as new, although it is known: once for each number, whoever asks and
    /// however often, for at least the deduplication window.
    /// </summary>
    /// <param name="number">1 for the first time it is retried by hand.</param>
    Task<RequeueResult> RequeueAsync(Webhook webhook, int number);

    /// <summary>Leases up to <paramref name="count"/> webhooks, the highest priority first.</summary>
    /// <remarks>
    /// In strict order of priority, but for <see cref="QueueOptions.LowerPriorityShare"/>. Across partitions the one with
    /// the highest priority gives first, so that a batch comes from as few partitions as possible; what another process
    /// enqueues meanwhile is seen half a second later, or two where batches take their time. Partitions that do not answer are left out.
    /// </remarks>
    /// <returns>Empty where nothing waits, or the whole queue is paused.</returns>
    Task<IReadOnlyList<LeasedWebhook>> LeaseAsync(int count);

    /// <summary>Leases up to <paramref name="count"/> webhooks that have waited at least <paramref name="age"/>.</summary>
    Task<IReadOnlyList<LeasedWebhook>> LeaseStaleAsync(int count, TimeSpan age);

    /// <summary>Waits until something may be there to lease: an arrival, a retry that is due.</summary>
    /// <param name="atMost">Returns then in any case.</param>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Lets leases last for another lease duration from now.</summary>
    /// <returns>For each, in order, whether it is still this worker's.</returns>
    Task<IReadOnlyList<bool>> RenewAsync(IReadOnlyList<Lease> leases);

    /// <summary>
    /// Notes that a webhook is handled alone. The first worker that dies with a webhook counts against it whatever else it
    /// held; after that, only one that dies while it handles the webhook alone.
    /// </summary>
    /// <returns>False where the lease is no longer this worker's.</returns>
    Task<bool> QuarantineAsync(Lease lease);

    /// <summary>Ends leases, in one round trip a partition.</summary>
    /// <remarks>
    /// Where a partition does not answer, the others' leases end all the same, and what was meant for it is sent again as
    /// soon as it does.
    /// </remarks>
    /// <returns>For each, in order, whether it took effect; false where the lease is no longer this worker's.</returns>
    Task<IReadOnlyList<bool>> SettleAsync(IReadOnlyList<Settlement> settlements);

    /// <summary>Puts back what dead workers held and what no part of the queue holds, and forgets old deduplication entries.</summary>
    Task<RecoveryResult> RecoverAsync(CancellationToken cancellationToken);

    Task<QueueStats> GetStatsAsync();
}
