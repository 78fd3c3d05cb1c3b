using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Processing;

/// <summary>Records decisions in Table Storage, then ends their leases: nothing leaves Redis before its outcome is recorded.</summary>
internal sealed partial class BatchSettler(
    IWebhookQueue queue,
    IResultTable results,
    IFailureTable failures,
    IOptions<QueueOptions> options,
    TimeProvider timeProvider,
    ILogger<BatchSettler> logger)
{
    /// <exception cref="StorageUnavailableException">Nothing was ended: release what is held.</exception>
    public async Task SettleAsync(Batch batch, IReadOnlyList<SettlementDecision> decisions)
    {
        if (decisions.Count == 0)
        {
            return;
        }

        if (timeProvider.GetElapsedTime(batch.LeasedAt) >= options.Value.LeaseDuration)
        {
            // Others may hold these by now; what they record must not be overwritten by us.
            LogLate(batch.Id, decisions.Count);
            await AbandonAsync(batch, [.. decisions.Select(decision => decision.Leased)]);
            return;
        }

        // Failures first: a result that is there vouches for its failure, also where a worker died in between and nobody records it again.
        await failures.RecordAsync([.. decisions.Select(decision => decision.Failure).OfType<FailureRecord>()], CancellationToken.None);
        await results.RecordAsync([.. decisions.Select(decision => decision.Result).OfType<ResultRecord>()], CancellationToken.None);
        Webhook[] processedAfterAll = [.. decisions.Where(IsProcessedAfterAll).Select(decision => decision.Leased.Webhook!)];
        if (processedAfterAll.Length > 0)
        {
            await failures.RemoveAsync(processedAfterAll, CancellationToken.None);
        }

        batch.NoteAcknowledged(decisions);
        var effects = await queue.SettleAsync([.. decisions.Select(decision => decision.Acknowledgement)]);
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
    /// Lets go of webhooks as if they had not been taken, but for those of which the queue was told something else. It is told
    /// in any case: silence counts as this worker's death.
    /// </summary>
    public async Task AbandonAsync(Batch batch, IReadOnlyList<LeasedWebhook> leased)
    {
        try
        {
            await queue.SettleAsync(
                [.. leased.Where(webhook => !batch.IsAcknowledged(webhook)).Select(webhook => new Settlement(webhook.Lease, SettlementKind.Abandon))]);
        }
        catch (QueueUnavailableException)
        {
            // It is told again as soon as it answers.
        }
    }

    private static bool IsProcessedAfterAll(SettlementDecision decision) =>
        decision is { Acknowledgement.Kind: SettlementKind.Complete, Leased: { Requeues: > 0, Webhook: not null } };

    [LoggerMessage(3005, LogLevel.Warning, "Webhook {WebhookId} of {Provider} is kept as a failure ({Cause}) after {Attempts} attempts")]
    private partial void LogFailed(WebhookId webhookId, string provider, string? cause, int attempts);

    [LoggerMessage(3010, LogLevel.Error, "Batch {BatchId} outlasted its lease: {Count} webhooks are left to other workers")]
    private partial void LogLate(string batchId, int count);

    [LoggerMessage(3011, LogLevel.Warning, "Batch {BatchId}: {Count} webhooks belong to other workers by now")]
    private partial void LogStale(string batchId, int count);
}
