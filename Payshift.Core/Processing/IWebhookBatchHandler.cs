namespace Payshift.Core.Processing;

/// <summary>
/// Your business logic: a group of webhooks of one payment method in, one outcome for each out. Register yours with
/// <c>services.AddSingleton&lt;IWebhookBatchHandler, YourHandler&gt;()</c> after <c>AddPayshift</c>.
/// </summary>
/// <remarks>
/// Called concurrently for several groups. A worker may die between your effect and its record, so the same webhook can
/// come again: use <see cref="Webhook.Id"/> as idempotency key for effects outside Payshift. A webhook without
/// an outcome counts as failed; when the handler throws, the group's webhooks come again one by one, so that only
/// the one that throws fails.
/// </remarks>
public interface IWebhookBatchHandler
{
    Task<IReadOnlyList<WebhookOutcome>> HandleAsync(WebhookGroup group, CancellationToken cancellationToken);
}
