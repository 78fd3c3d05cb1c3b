namespace Payshift.Core.Processing;

/// <summary>The work on one batch, from its lease to its last settlement.</summary>
internal sealed class BatchProcessor(
    BatchLeases leases,
    BatchTriage triage,
    Confirmation confirmation,
    HandlerInvoker handler,
    SettlementPolicy policy,
    BatchSettler settler,
    BatchRecorder recorder)
{
    /// <summary>Leases a batch and works it off.</summary>
    /// <param name="size">Webhooks to lease at most.</param>
    /// <returns>The batch's counts; null where no webhook was waiting.</returns>
    /// <exception cref="QueueUnavailableException">Redis did not answer. What was leased goes back when it does.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer. Nothing was leased, or it went back to the queue.</exception>
    public async Task<BatchResult?> ProcessAsync(int size)
    {
        await using var batch = await leases.TakeAsync(size);
        if (batch is null)
        {
            return null;
        }

        using var report = recorder.Begin(batch);
        try
        {
            // The first share is all that may be handled together; then each poison candidate is a share of its own.
            await foreach (var share in triage.SplitAsync(batch))
            {
                using var timeLimit = batch.LimitTime();
                var (confirmed, unconfirmed) = await confirmation.ConfirmAsync(share.Webhooks, batch.Id, timeLimit.Token);
                var outcomes = await handler.InvokeAsync(confirmed.Select(WebhookAttempt.Of), timeLimit.Token);
                var handled = policy.Decide(confirmed, outcomes, batch.Id);
                await settler.RecordAndSettleAsync(batch, [.. share.SetAside, .. unconfirmed, .. handled]);
            }
        }
        catch (Exception exception)
        {
            report.Fail(exception);
            if (exception is QueueUnavailableException or StorageUnavailableException)
            {
                await settler.AbandonAsync(batch);
            }

            throw;
        }

        return await report.CompleteAsync();
    }
}
