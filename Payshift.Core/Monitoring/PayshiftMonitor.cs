using Payshift.Core.Queue;
using Payshift.Core.Storage;

namespace Payshift.Core.Monitoring;

/// <summary>Reads for operators, apart from everything that writes.</summary>
public sealed class PayshiftMonitor(IWebhookQueue queue, IResultStore results)
{
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public Task<QueueStats> GetQueueStatsAsync(CancellationToken cancellationToken) => queue.GetStatsAsync().WaitAsync(cancellationToken);

    /// <returns>A payment's recorded webhooks, newest event first; empty where none is known.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public Task<IReadOnlyList<PaymentRecord>> GetPaymentAsync(string reference, CancellationToken cancellationToken) =>
        results.FindAsync(reference, cancellationToken);

    /// <returns>Whether Redis and Table Storage both answer.</returns>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(
                GetQueueStatsAsync(cancellationToken),
                results.FindAsync("health", cancellationToken)).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is QueueUnavailableException or StorageUnavailableException)
        {
            return false;
        }
    }
}
