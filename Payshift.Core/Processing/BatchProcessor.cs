using Payshift.Core.Queue;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Results;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Processing;

/// <summary>Works off one batch: acquire, verify, group by payment method, handle, record, acknowledge.</summary>
/// <remarks>
/// A webhook whose worker died before is a suspect. It is handled alone and one at a time in this process, and the queue is
/// told so first: when it kills again, that counts against it and not against its neighbours.
/// </remarks>
internal sealed partial class BatchProcessor(
    IWebhookQueue queue,
    IQueuePauses pauses,
    StorageGuard storage,
    VerificationStep verification,
    HandlerInvoker handler,
    SettlementPolicy decisions,
    BatchSettler settler,
    IResultTable results,
    BatchRecorder log,
    IOptions<ProcessingOptions> options,
    IOptions<QueueOptions> queueOptions,
    TimeProvider timeProvider,
    PayshiftTelemetry telemetry,
    ILogger<BatchProcessor> logger) : IDisposable
{
    private static readonly TimeSpan SuspectDelay = TimeSpan.FromSeconds(1);

    /// <summary>Long enough not to turn in circles with workers of the old version alone, short enough for a payment.</summary>
    private static readonly TimeSpan LaterVersionDelay = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _suspectTurn = new(1, 1);

    /// <param name="size">Webhooks to take at the most.</param>
    /// <returns>What was done, or null where nothing waited.</returns>
    /// <exception cref="QueueUnavailableException">Redis did not answer. What was taken goes back when it does.</exception>
    /// <exception cref="StorageUnavailableException">Nothing was taken, or it went back to the queue.</exception>
    public async Task<BatchResult?> ProcessAsync(int size)
    {
        await storage.PassAsync();
        var batch = new Batch(timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
        var leased = await queue.LeaseAsync(size);
        if (leased.Count == 0)
        {
            return null;
        }

        using var activity = telemetry.StartBatch(batch, leased);
        Exception? outage = null;
        await using var keeper = new LeaseRenewer(queue, batch, leased, queueOptions.Value.LeaseDuration, timeProvider);
        try
        {
            await WorkOffAsync(batch, leased);
        }
        catch (Exception exception)
        {
            outage = exception;
            if (exception is QueueUnavailableException or StorageUnavailableException)
            {
                await settler.AbandonAsync(batch, leased);
            }

            throw;
        }
        finally
        {
            telemetry.RecordBatch(activity, batch, timeProvider.GetElapsedTime(batch.StartTimestamp), outage);
        }

        await RecordAsync(batch);
        var summary = batch.Summarize(leased.Count);
        LogProcessed(batch.Id, summary.Processed, summary.Retried, summary.Failed, timeProvider.GetElapsedTime(batch.StartTimestamp).TotalMilliseconds);
        return summary;
    }

    public void Dispose() => _suspectTurn.Dispose();

    private async Task WorkOffAsync(Batch batch, IReadOnlyList<LeasedWebhook> leased)
    {
        var settled = new List<SettlementDecision>(leased.Count);
        settled.AddRange(LeaveToLaterVersion(batch, leased));
        settled.AddRange(FailLost(batch, leased));
        leased = await HoldPausedAsync(leased, settled);

        var clean = leased.Where(webhook => webhook is { Webhook: not null, Crashes: 0 }).ToArray();
        settled.AddRange(await HandleAsync(batch, clean));

        var suspects = leased.Where(webhook => webhook is { Webhook: not null, Crashes: > 0 }).ToArray();
        if (suspects.Length == 0)
        {
            await settler.SettleAsync(batch, settled);
        }
        else
        {
            await SettleWithSuspectsAsync(batch, settled, suspects);
        }
    }

    private async Task<IEnumerable<SettlementDecision>> HandleAsync(Batch batch, LeasedWebhook[] leased)
    {
        if (leased.Length == 0)
        {
            return [];
        }

        using var timeLimit = new CancellationTokenSource(options.Value.BatchTimeout, timeProvider);
        var (confirmed, settled) = await verification.VerifyAsync(leased, batch.Id, timeLimit.Token);
        if (confirmed.Count == 0)
        {
            return settled;
        }

        var outcomes = (await handler
            .HandleAsync(confirmed.Select(webhook => new WebhookAttempt(webhook.Webhook!, webhook.Attempts + 1)), timeLimit.Token)).ToDictionary(outcome => outcome.Id);
        return settled.Concat(confirmed.Select(webhook => outcomes.TryGetValue(webhook.Lease.Id, out var outcome)
            ? decisions.Decide(webhook, webhook.Webhook!, outcome, batch.Id)
            : SettlementPolicy.Abandon(webhook)));
    }

    /// <returns>The webhooks whose providers are not paused; for the others a decision is added.</returns>
    private async Task<IReadOnlyList<LeasedWebhook>> HoldPausedAsync(IReadOnlyList<LeasedWebhook> leased, List<SettlementDecision> settled)
    {
        var state = await pauses.GetAsync();
        if (state.ProvidersSince.Count == 0)
        {
            return leased;
        }

        var paused = leased.ToLookup(webhook => webhook.Webhook is { } known && state.IsPaused(known.Provider));
        settled.AddRange(paused[true].Select(webhook => SettlementPolicy.Hold(webhook, webhook.Webhook!.Provider)));
        return [.. paused[false]];
    }

    /// <summary>Settles the rest of the batch first, then handles the suspects one by one, for as long as a batch may take.</summary>
    private async Task SettleWithSuspectsAsync(Batch batch, List<SettlementDecision> settled, LeasedWebhook[] suspects)
    {
        if (!await _suspectTurn.WaitAsync(TimeSpan.Zero))
        {
            // Another batch has suspects in hand. These stay out of the way until it may be done.
            await settler.SettleAsync(batch, [.. settled, .. suspects.Select(suspect => SettlementPolicy.Defer(suspect, SuspectDelay))]);
            return;
        }

        try
        {
            var ended = await Task.WhenAll(suspects.Select(suspect => EndWithoutHandlingAsync(batch, suspect)));
            await settler.SettleAsync(batch, [.. settled, .. ended.OfType<SettlementDecision>()]);

            var began = timeProvider.GetTimestamp();
            foreach (var suspect in suspects.Where((_, index) => ended[index] is null))
            {
                var decisions = timeProvider.GetElapsedTime(began) < options.Value.BatchTimeout
                    ? await HandleAloneAsync(batch, suspect)
                    : [SettlementPolicy.Defer(suspect, SuspectDelay)];
                await settler.SettleAsync(batch, decisions);
            }
        }
        finally
        {
            _suspectTurn.Release();
        }
    }

    private async Task<IReadOnlyList<SettlementDecision>> HandleAloneAsync(Batch batch, LeasedWebhook suspect)
    {
        if (!await queue.QuarantineAsync(suspect.Lease))
        {
            return [];
        }

        LogSuspect(suspect.Lease.Id, suspect.Crashes);
        return [.. await HandleAsync(batch, [suspect])];
    }

    /// <returns>A decision where the dead worker had recorded the outcome already, or too many workers died; null otherwise.</returns>
    private async Task<SettlementDecision?> EndWithoutHandlingAsync(Batch batch, LeasedWebhook suspect)
    {
        if (await results.FindOutcomeAsync(suspect.Webhook!, CancellationToken.None) is { } recorded
            && recorded.IsOf(suspect.Webhook!, suspect.Requeues))
        {
            var verdict = recorded.IsProcessed ? SettlementKind.Complete : SettlementKind.DeadLetter;
            return new SettlementDecision(suspect, new Settlement(suspect.Lease, verdict));
        }

        return suspect.Crashes >= options.Value.MaxCrashes
            ? decisions.DeadLetter(suspect, suspect.Webhook!, $"{suspect.Crashes} workers died while they held this webhook.", FailureCauses.Crash, batch.Id)
            : null;
    }

    /// <summary>
    /// Lets what a later version wrote wait for its workers: while versions are exchanged, both take from the queue.
    /// </summary>
    private IEnumerable<SettlementDecision> LeaveToLaterVersion(Batch batch, IEnumerable<LeasedWebhook> leased)
    {
        var later = leased.Where(webhook => webhook.IsOfLaterVersion).ToArray();
        if (later.Length > 0)
        {
            LogLaterVersion(batch.Id, later.Length);
        }

        return later.Select(webhook => SettlementPolicy.Defer(webhook, LaterVersionDelay));
    }

    private IEnumerable<SettlementDecision> FailLost(Batch batch, IEnumerable<LeasedWebhook> leased)
    {
        foreach (var lost in leased.Where(webhook => webhook is { Webhook: null, IsOfLaterVersion: false }))
        {
            LogLost(lost.Lease.Id);
            yield return decisions.DeadLetter(lost, LostWebhook.Of(lost, timeProvider.GetUtcNow()), LostWebhook.Reason, FailureCauses.Lost, batch.Id);
        }
    }

    private Task RecordAsync(Batch batch)
    {
        var record = batch.ToRecord(timeProvider.GetElapsedTime(batch.StartTimestamp));
        return record.Counts.Count == 0 ? Task.CompletedTask : log.AddAsync(record);
    }

    [LoggerMessage(3001, LogLevel.Debug, "Batch {BatchId}: {Processed} processed, {Retried} retried, {Failed} failed in {ElapsedMs} ms")]
    private partial void LogProcessed(string batchId, int processed, int retried, int failed, double elapsedMs);

    [LoggerMessage(3002, LogLevel.Warning, "Webhook {WebhookId} is handled alone: {Crashes} workers died while they held it")]
    private partial void LogSuspect(WebhookId webhookId, int crashes);

    [LoggerMessage(3006, LogLevel.Warning, "Batch {BatchId}: {Count} webhooks are in an envelope of a later version and wait for its workers")]
    private partial void LogLaterVersion(string batchId, int count);

    [LoggerMessage(3003, LogLevel.Critical, "Webhook {WebhookId} has no readable envelope in Redis and is kept as a failure")]
    private partial void LogLost(WebhookId webhookId);
}
