namespace Payshift.Core.Monitoring;

/// <summary>Reads for operators, apart from everything that writes.</summary>
public sealed class PayshiftMonitor
{
    public Task<QueueStats> GetQueueStatsAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>A payment's recorded webhooks, newest event first; empty where none is known.</summary>
    public Task<IReadOnlyList<PaymentRecord>> GetPaymentAsync(string reference, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <returns>Whether Redis and Table Storage both answer.</returns>
    public Task<bool> IsReadyAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
