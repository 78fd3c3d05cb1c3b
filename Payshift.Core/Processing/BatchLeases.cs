using Payshift.Core.Queue;
using Payshift.Core.Storage;

namespace Payshift.Core.Processing;

/// <summary>The source of batches: leases that are renewed for as long as their batch is worked on.</summary>
internal sealed class BatchLeases(
    IWebhookQueue queue, StorageGuard storage, IOptions<QueueOptions> queueOptions, IOptions<ProcessingOptions> options, TimeProvider timeProvider)
{
    private const int RenewalsPerLease = 3;

    /// <summary>Leases a batch, once it is certain that its outcomes can be recorded.</summary>
    /// <param name="size">Webhooks to lease at most.</param>
    /// <returns>Null where no webhook was waiting.</returns>
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer: nothing was leased.</exception>
    public async Task<Batch?> TakeAsync(int size)
    {
        await storage.PassAsync();
        return await TakeAsync(() => queue.LeaseAsync(size));
    }

    /// <summary>Leases webhooks that have waited too long.</summary>
    /// <param name="size">Webhooks to lease at most.</param>
    /// <param name="age">How long they have waited at least.</param>
    /// <returns>Null where there are none.</returns>
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public Task<Batch?> TakeStaleAsync(int size, TimeSpan age) => TakeAsync(() => queue.LeaseStaleAsync(size, age));

    private async Task<Batch?> TakeAsync(Func<Task<IReadOnlyList<LeasedWebhook>>> lease)
    {
        var (startedAt, startTimestamp) = (timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
        var leased = await lease();
        if (leased.Count == 0)
        {
            return null;
        }

        var batch = new Batch(leased, startedAt, startTimestamp, options.Value.BatchTimeout, timeProvider);
        batch.Renewal = new LeaseRenewal(queue, batch, queueOptions.Value.LeaseDuration / RenewalsPerLease, timeProvider);
        return batch;
    }
}
