namespace Payshift.Core.Processing;

/// <summary>The handler where none is registered: what arrived is recorded, and that is all.</summary>
internal sealed class DefaultBatchHandler : IWebhookBatchHandler
{
    public Task<IReadOnlyList<WebhookOutcome>> HandleAsync(WebhookGroup group, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<WebhookOutcome>>([.. group.Attempts.Select(attempt => WebhookOutcome.Succeeded(attempt.Webhook.Id))]);
}
