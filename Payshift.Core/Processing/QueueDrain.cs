namespace Payshift.Core.Processing;

/// <summary>Works batches off until the queue is empty or the time budget ends.</summary>
public sealed class QueueDrain
{
    /// <param name="batchSize">Webhooks a batch; the configured size where null.</param>
    /// <param name="maxBatches">Stops after so many batches; none where null.</param>
    /// <param name="cancellationToken">Ends the drain after the batches at hand.</param>
    public Task<DrainSummary> DrainAsync(int? batchSize = null, int? maxBatches = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
