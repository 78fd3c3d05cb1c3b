using Payshift.Core.Queue;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Operations.Payments;

/// <summary>The reads of payments for operators, apart from everything that writes.</summary>
public sealed class PayshiftMonitor(IWebhookQueue queue, IResultTable results)
{
    private readonly PaymentCorrelation _correlation = new(results);

    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public Task<QueueStats> GetQueueStatsAsync(CancellationToken cancellationToken) => queue.GetStatsAsync().WaitAsync(cancellationToken);

    /// <returns>A payment's recorded webhooks, newest event first, 1,000 at the most; empty where none is known.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public Task<IReadOnlyList<PaymentRecord>> GetPaymentAsync(string reference, CancellationToken cancellationToken) =>
        results.FindAsync(reference, PaymentCorrelation.MaxWebhooks, cancellationToken);

    /// <param name="reference">Of a payment, or of an order or a customer: then the timeline is empty, and links lead to payments.</param>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public Task<PaymentOverview> GetOverviewAsync(string reference, CancellationToken cancellationToken) =>
        _correlation.ReadAsync(reference, cancellationToken);
}
