using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Processing;

/// <summary>The recording of decisions in Table Storage and, after that, the settlement of their leases: nothing leaves Redis before its outcome is recorded.</summary>
internal sealed partial class BatchSettler(
    IWebhookQueue queue,
    IResultTable results,
    IFailureTable failures,
    IOptions<QueueOptions> options,
    TimeProvider timeProvider,
    ILogger<BatchSettler> logger)
{
    /// <summary>Records decisions, then settles their leases.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was settled: abandon the batch.</exception>
    /// <exception cref="QueueUnavailableException">Redis did not answer. It is told again as soon as it does.</exception>
    public async Task RecordAndSettleAsync(Batch batch, IReadOnlyList<SettlementDecision> decisions)
    {
        if (decisions.Count == 0)
        {
            return;
        }

        if (timeProvider.GetElapsedTime(batch.LeasedAt) >= options.Value.LeaseDuration)
        {
            // Others may hold these by now, and what they record must not be overwritten.
            LogLate(batch.Id, decisions.Count);
            await AbandonAsync(batch.Untold().Intersect(decisions.Select(decision => decision.Leased)));
            return;
        }

        // Failures first: a result vouches for its failure, also where a worker dies in between and nobody records it again.
        await failures.RecordAsync([.. decisions.Select(decision => decision.Failure).OfType<FailureRecord>()], CancellationToken.None);
        await results.RecordAsync([.. decisions.Select(decision => decision.Result).OfType<ResultRecord>()], CancellationToken.None);
        Webhook[] processedAfterAll = [.. decisions.Where(IsProcessedAfterAll).Select(decision => decision.Leased.Webhook!)];
        if (processedAfterAll.Length > 0)
        {
            await failures.RemoveAsync(processedAfterAll, CancellationToken.None);
        }

        batch.NoteTold(decisions);
        var effects = await queue.SettleAsync([.. decisions.Select(decision => decision.Settlement)]);
        var settled = decisions.Where((_, index) => effects[index]).ToArray();
        batch.AddSettled(settled);
        foreach (var failed in settled.Where(decision => decision.Failure is not null))
        {
            LogFailed(failed.Leased.Lease.Id, failed.Provider, failed.Cause, failed.Failure!.Attempts);
        }

        if (settled.Length < decisions.Count)
        {
            LogStale(batch.Id, decisions.Count - settled.Length);
        }
    }

    /// <summary>
    /// Abandons the webhooks of a batch that are not settled yet. The queue is told in any case: silence counts as this worker's
    /// death.
    /// </summary>
    public Task AbandonAsync(Batch batch) => AbandonAsync(batch.Untold());

    private async Task AbandonAsync(IEnumerable<LeasedWebhook> leased)
    {
        try
        {
            await queue.SettleAsync([.. leased.Select(webhook => new Settlement(webhook.Lease, SettlementKind.Abandon))]);
        }
        catch (QueueUnavailableException)
        {
            // It is told again as soon as it answers.
        }
    }

    private static bool IsProcessedAfterAll(SettlementDecision decision) =>
        decision is { Settlement.Kind: SettlementKind.Complete, Leased: { Requeues: > 0, Webhook: not null } };

    [LoggerMessage(3005, LogLevel.Warning, "Webhook {WebhookId} of {Provider} is kept as a failure ({Cause}) after {Attempts} attempts")]
    private partial void LogFailed(WebhookId webhookId, string provider, string? cause, int attempts);

    [LoggerMessage(3010, LogLevel.Error, "Batch {BatchId} outlasted its lease: {Count} webhooks are left to other workers")]
    private partial void LogLate(string batchId, int count);

    [LoggerMessage(3011, LogLevel.Warning, "Batch {BatchId}: {Count} webhooks belong to other workers by now")]
    private partial void LogStale(string batchId, int count);
}
