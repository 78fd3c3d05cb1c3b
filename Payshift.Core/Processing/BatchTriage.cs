using Payshift.Core.Queue;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Processing;

/// <summary>The division of a batch into shares, and the decisions on webhooks that no handler is to see.</summary>
/// <remarks>
/// A webhook whose worker died is a poison candidate. It is handled alone, one at a time in this process, and the queue is told
/// so first: if it kills its worker again, that counts against it and not against its neighbours.
/// </remarks>
internal sealed partial class BatchTriage(
    IWebhookQueue queue,
    IQueuePauses pauses,
    IResultTable results,
    SettlementPolicy policy,
    IOptions<ProcessingOptions> options,
    TimeProvider timeProvider,
    ILogger<BatchTriage> logger) : IDisposable
{
    private static readonly TimeSpan PoisonCandidateDelay = TimeSpan.FromSeconds(1);

    /// <summary>Long enough not to turn in circles among workers of the old version alone, short enough for a payment.</summary>
    private static readonly TimeSpan LaterVersionDelay = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _quarantine = new(1, 1);

    /// <summary>Divides a batch: first everything that may be handled together, then each poison candidate alone.</summary>
    /// <returns>The shares. The next one is made only after the one before is settled.</returns>
    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async IAsyncEnumerable<BatchShare> SplitAsync(Batch batch)
    {
        var paused = await pauses.GetAsync();
        var setAside = new List<SettlementDecision>();
        var together = new List<LeasedWebhook>(batch.Leased.Count);
        var candidates = new List<LeasedWebhook>();
        foreach (var leased in batch.Leased)
        {
            if (SetAside(leased, paused, batch) is { } decision)
            {
                setAside.Add(decision);
            }
            else
            {
                (leased.Crashes == 0 ? together : candidates).Add(leased);
            }
        }

        if (batch.Leased.Count(leased => leased.IsOfLaterVersion) is var later and > 0)
        {
            LogLaterVersion(batch.Id, later);
        }

        yield return new BatchShare(together, setAside);
        if (candidates.Count == 0)
        {
            yield break;
        }

        if (!await _quarantine.WaitAsync(TimeSpan.Zero))
        {
            // Another batch has poison candidates in hand. These stay out of the way until it may be done.
            yield return new BatchShare([], [.. candidates.Select(Defer)]);
            yield break;
        }

        try
        {
            await foreach (var share in QuarantineAsync(batch, candidates))
            {
                yield return share;
            }
        }
        finally
        {
            _quarantine.Release();
        }
    }

    public void Dispose() => _quarantine.Dispose();

    private SettlementDecision? SetAside(LeasedWebhook leased, PauseState paused, Batch batch)
    {
        if (leased.Webhook is { } webhook)
        {
            return paused.IsPaused(webhook.Provider) ? SettlementPolicy.Hold(leased, webhook.Provider) : null;
        }

        if (leased.IsOfLaterVersion)
        {
            // While versions are exchanged, both take from the queue: it waits for a worker that can read it.
            return SettlementPolicy.Defer(leased, LaterVersionDelay);
        }

        LogLost(leased.Lease.Id);
        return policy.DeadLetter(leased, LostWebhook.Of(leased, timeProvider.GetUtcNow()), LostWebhook.Reason, FailureCauses.Lost, batch.Id);
    }

    /// <summary>Ends the candidates that need no handling, then gives each of the others a share of its own, for as long as a batch may take.</summary>
    private async IAsyncEnumerable<BatchShare> QuarantineAsync(Batch batch, List<LeasedWebhook> candidates)
    {
        var ended = await Task.WhenAll(candidates.Select(candidate => EndAsync(batch, candidate)));
        yield return new BatchShare([], [.. ended.OfType<SettlementDecision>()]);

        var began = timeProvider.GetTimestamp();
        foreach (var candidate in candidates.Where((_, index) => ended[index] is null))
        {
            if (timeProvider.GetElapsedTime(began) >= options.Value.BatchTimeout)
            {
                yield return new BatchShare([], [Defer(candidate)]);
            }
            else if (await queue.QuarantineAsync(candidate.Lease))
            {
                LogPoisonCandidate(candidate.Lease.Id, candidate.Crashes);
                yield return new BatchShare([candidate], []);
            }
        }
    }

    /// <returns>A decision where the dead worker had recorded the outcome already, or too many workers died; null otherwise.</returns>
    private async Task<SettlementDecision?> EndAsync(Batch batch, LeasedWebhook candidate)
    {
        var webhook = candidate.Webhook!;
        if (await results.FindOutcomeAsync(webhook, CancellationToken.None) is { } recorded && recorded.IsOf(webhook, candidate.Requeues))
        {
            return SettlementPolicy.Repeat(candidate, recorded);
        }

        return candidate.Crashes >= options.Value.MaxCrashes
            ? policy.DeadLetter(candidate, webhook, $"{candidate.Crashes} workers died while they held this webhook.", FailureCauses.Crash, batch.Id)
            : null;
    }

    private static SettlementDecision Defer(LeasedWebhook candidate) => SettlementPolicy.Defer(candidate, PoisonCandidateDelay);

    [LoggerMessage(3002, LogLevel.Warning, "Webhook {WebhookId} is handled alone: {Crashes} workers died while they held it")]
    private partial void LogPoisonCandidate(WebhookId webhookId, int crashes);

    [LoggerMessage(3006, LogLevel.Warning, "Batch {BatchId}: {Count} webhooks are in an envelope of a later version and wait for its workers")]
    private partial void LogLaterVersion(string batchId, int count);

    [LoggerMessage(3003, LogLevel.Critical, "Webhook {WebhookId} has no readable envelope in Redis and is kept as a failure")]
    private partial void LogLost(WebhookId webhookId);
}
