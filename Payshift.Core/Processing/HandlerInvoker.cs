using Payshift.Core.Processing.Retries;

namespace Payshift.Core.Processing;

/// <summary>The calls of the batch handler, a group at a time, which give every webhook an outcome of its own.</summary>
internal sealed partial class HandlerInvoker(
    IWebhookBatchHandler handler, ConcurrencyLimits limits, IErrorClassifier errors, ILogger<HandlerInvoker> logger)
{
    private const int MaxReasonLength = 300;

    /// <returns>The outcome of each webhook; none for those whose group did not get its turn in time.</returns>
    public async Task<IReadOnlyDictionary<WebhookId, WebhookOutcome>> InvokeAsync(IEnumerable<WebhookAttempt> attempts, CancellationToken cancellationToken)
    {
        var groups = attempts
            .GroupBy(attempt => attempt.Webhook.PaymentMethod, StringComparer.Ordinal)
            .Select(group => new WebhookGroup(group.Key, [.. group]));
        var outcomes = await Task.WhenAll(groups.Select(group => InvokeInTurnAsync(group, cancellationToken)));
        return outcomes.SelectMany(outcome => outcome).ToDictionary(outcome => outcome.Id);
    }

    private async Task<IEnumerable<WebhookOutcome>> InvokeInTurnAsync(WebhookGroup group, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = await limits.EnterAsync(group, cancellationToken);
            return await InvokeGroupAsync(group, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task<IEnumerable<WebhookOutcome>> InvokeGroupAsync(WebhookGroup group, CancellationToken cancellationToken)
    {
        try
        {
            // A handler that does not heed the token must not hold the batch beyond its lease.
            var given = await handler.HandleAsync(group, cancellationToken).WaitAsync(cancellationToken);
            return Complete(group, given);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return group.Attempts.Select(attempt =>
                WebhookOutcome.Transient(attempt.Webhook.Id, "The batch's time limit ended before the handler did.") with { Cause = FailureCauses.Timeout });
        }
#pragma warning disable CA1031 // A handler is not ours: whatever it throws is an outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogThrown(MaskedException.Of(exception), group.PaymentMethod, group.Attempts.Count);
            if (group.Attempts is [var single])
            {
                return [Judge(single.Webhook.Id, exception)];
            }
        }

        // Somewhere in the group is one that throws. Alone, each speaks for itself.
        var outcomes = new List<WebhookOutcome>();
        foreach (var attempt in group.Attempts)
        {
            outcomes.AddRange(await InvokeGroupAsync(group with { Attempts = [attempt] }, cancellationToken));
        }

        return outcomes;
    }

    private static IEnumerable<WebhookOutcome> Complete(WebhookGroup group, IReadOnlyList<WebhookOutcome> given)
    {
        var byId = new Dictionary<WebhookId, WebhookOutcome>();
        foreach (var outcome in given)
        {
            byId[outcome.Id] = outcome;
        }

        return group.Attempts.Select(attempt => byId.GetValueOrDefault(attempt.Webhook.Id)
            ?? WebhookOutcome.Transient(attempt.Webhook.Id, "The handler gave no outcome for this webhook.") with { Cause = FailureCauses.NoOutcome });
    }

    private WebhookOutcome Judge(WebhookId id, Exception exception)
    {
        var message = exception.Message.Length <= MaxReasonLength ? exception.Message : exception.Message[..MaxReasonLength];
        var reason = $"{exception.GetType().Name}: {message}";
        var outcome = errors.IsPermanent(exception) ? WebhookOutcome.Permanent(id, reason) : WebhookOutcome.Transient(id, reason);
        return outcome with { Cause = FailureCauses.Exception };
    }

    [LoggerMessage(3000, LogLevel.Warning, "The handler threw on a group of {Count} webhooks paid by {PaymentMethod}")]
    private partial void LogThrown(Exception exception, string paymentMethod, int count);
}
