using Payshift.Core.Queue;
using Payshift.Core.Receiving.Inbox;

namespace Payshift.Core.Processing;

/// <summary>
/// The processor of the queue: it imports the inbox, then works batches off, several at once, until the queue is empty or the
/// time budget ends.
/// </summary>
public sealed partial class QueueProcessor
{
    /// <summary>A waiting worker looks for itself so often, should it miss being woken.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1);

    private readonly BatchProcessor _processor;
    private readonly BatchSizer _sizer;
    private readonly BatchRecorder _log;
    private readonly InboxImporter _inbox;
    private readonly IWebhookQueue _queue;
    private readonly IQueuePauses _pauses;
    private readonly ProcessingOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<QueueProcessor> _logger;

    internal QueueProcessor(
        BatchProcessor processor,
        BatchSizer sizer,
        BatchRecorder log,
        IWebhookQueue queue,
        IQueuePauses pauses,
        InboxImporter inbox,
        IOptions<ProcessingOptions> options,
        TimeProvider timeProvider,
        ILogger<QueueProcessor> logger)
    {
        (_processor, _sizer, _log, _queue, _pauses, _inbox) = (processor, sizer, log, queue, pauses, inbox);
        (_options, _timeProvider, _logger) = (options.Value, timeProvider, logger);
    }

    /// <summary>Works the queue off as the timer does; in <see cref="ProcessingMode.Continuous"/> it waits for arrivals too.</summary>
    /// <param name="cancellationToken">Ends the run after the batches at hand.</param>
    public Task<QueueRunSummary> RunAsync(CancellationToken cancellationToken) =>
        ProcessAsync(NewRun(null, null, _options.Mode == ProcessingMode.Continuous), cancellationToken);

    /// <param name="batchSize">Webhooks a batch; as configured where null.</param>
    /// <param name="maxBatches">Stops after so many batches; no limit where null.</param>
    /// <param name="cancellationToken">Ends the run after the batches at hand.</param>
    public Task<QueueRunSummary> ProcessAsync(int? batchSize = null, int? maxBatches = null, CancellationToken cancellationToken = default) =>
        ProcessAsync(NewRun(batchSize, maxBatches, isContinuous: false), cancellationToken);

    private QueueRun NewRun(int? batchSize, int? maxBatches, bool isContinuous) =>
        new(batchSize, maxBatches ?? int.MaxValue, isContinuous, _timeProvider.GetTimestamp());

    private async Task<QueueRunSummary> ProcessAsync(QueueRun run, CancellationToken cancellationToken)
    {
        await _inbox.ImportAsync(_options.TimeBudget / 2, cancellationToken);
        // A worker without a batch of its own would end the run before the others can say why they did.
        var workers = Math.Min(_options.Concurrency, run.MaxBatches);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(run, cancellationToken)));
        await _log.FlushAsync();
        return run.Summarize(_timeProvider.GetElapsedTime(run.StartTimestamp));
    }

    private async Task WorkAsync(QueueRun run, CancellationToken cancellationToken)
    {
        while (MayTake(run, cancellationToken))
        {
            try
            {
                var hadBatch = await TryBatchAsync(run);
                if (run.TryEndOutage())
                {
                    // What could not be enqueued meanwhile may lie there.
                    await _inbox.ImportAsync(WaitTime(run), cancellationToken);
                }

                if (hadBatch)
                {
                    continue;
                }

                run.CancelBatch();
                if (!run.IsContinuous)
                {
                    await NotePauseAsync(run);
                    return;
                }

                run.NoteWait();
                await _queue.WaitAsync(WaitTime(run), cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                run.TryEnd(QueueRunEnd.Canceled);
            }
            catch (Exception exception) when (exception is QueueUnavailableException or StorageUnavailableException)
            {
                await StopOrWaitAsync(run, exception, cancellationToken);
            }
        }
    }

    /// <summary>What was taken stays in the queue: the next run tries again, or this one where it goes on anyway.</summary>
    private async Task StopOrWaitAsync(QueueRun run, Exception outage, CancellationToken cancellationToken)
    {
        if (run.TryNoteOutage())
        {
            LogUnavailable(outage, run.IsContinuous ? "waits" : "ends early");
        }

        if (!run.IsContinuous)
        {
            run.TryEnd(QueueRunEnd.Unavailable);
            return;
        }

        await Task.Delay(WaitTime(run), _timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> TryBatchAsync(QueueRun run)
    {
        var size = run.BatchSize ?? _sizer.Size;
        var started = _timeProvider.GetTimestamp();
        if (await _processor.ProcessAsync(size) is not { } batch)
        {
            return false;
        }

        run.Add(batch);
        _sizer.Observe(size, batch, _timeProvider.GetElapsedTime(started));
        return true;
    }

    private async Task NotePauseAsync(QueueRun run)
    {
        if ((await _pauses.GetAsync()).IsQueuePaused)
        {
            run.TryEnd(QueueRunEnd.Paused);
        }
    }

    private TimeSpan WaitTime(QueueRun run)
    {
        var left = _options.TimeBudget - _timeProvider.GetElapsedTime(run.StartTimestamp);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < LookInterval ? left : LookInterval;
    }

    private bool MayTake(QueueRun run, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            run.TryEnd(QueueRunEnd.Canceled);
        }
        else if (_timeProvider.GetElapsedTime(run.StartTimestamp) >= _options.TimeBudget)
        {
            run.TryEnd(QueueRunEnd.TimeBudget);
        }
        else if (!run.TryStartBatch())
        {
            run.TryEnd(QueueRunEnd.BatchLimit);
        }

        return !run.HasEnded;
    }

    [LoggerMessage(3020, LogLevel.Error, "The run {Consequence}: Redis or Table Storage is out of reach")]
    private partial void LogUnavailable(Exception exception, string consequence);
}
