using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Payshift.Core.Queue;
using Payshift.Core.Storage;

namespace Payshift.Core.Processing;

/// <summary>Works batches off, several at once, until the queue is empty or the time budget ends.</summary>
public sealed partial class QueueDrain
{
    private readonly BatchProcessor _processor;
    private readonly ProcessingOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<QueueDrain> _logger;

    internal QueueDrain(
        BatchProcessor processor, IOptions<ProcessingOptions> options, TimeProvider timeProvider, ILogger<QueueDrain> logger)
    {
        _processor = processor;
        _options = options.Value;
        _timeProvider = timeProvider;
        _logger = logger;
    }

    /// <param name="batchSize">Webhooks a batch; the configured size where null.</param>
    /// <param name="maxBatches">Stops after so many batches; no limit where null.</param>
    /// <param name="cancellationToken">Ends the drain after the batches at hand.</param>
    public async Task<DrainSummary> DrainAsync(int? batchSize = null, int? maxBatches = null, CancellationToken cancellationToken = default)
    {
        var run = new DrainRun(batchSize ?? _options.BatchSize, maxBatches ?? int.MaxValue, _timeProvider.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, _options.Concurrency).Select(_ => WorkAsync(run, cancellationToken))).ConfigureAwait(false);
        return run.Summarize(_timeProvider.GetElapsedTime(run.StartTimestamp));
    }

    private async Task WorkAsync(DrainRun run, CancellationToken cancellationToken)
    {
        while (MayTake(run, cancellationToken))
        {
            try
            {
                if (await _processor.ProcessAsync(run.BatchSize).ConfigureAwait(false) is { } batch)
                {
                    run.Add(batch);
                }
                else
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is QueueUnavailableException or StorageUnavailableException)
            {
                // The next run tries again; what was taken stays in the queue.
                if (run.TryEnd(DrainEnd.Unavailable))
                {
                    LogUnavailable(exception);
                }
            }
        }
    }

    private bool MayTake(DrainRun run, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            run.TryEnd(DrainEnd.Canceled);
        }
        else if (_timeProvider.GetElapsedTime(run.StartTimestamp) >= _options.TimeBudget)
        {
            run.TryEnd(DrainEnd.TimeBudget);
        }
        else if (!run.TryStartBatch())
        {
            run.TryEnd(DrainEnd.BatchLimit);
        }

        return !run.HasEnded;
    }

    [LoggerMessage(3020, LogLevel.Error, "The drain ends early: Redis or Table Storage is out of reach")]
    private partial void LogUnavailable(Exception exception);
}
