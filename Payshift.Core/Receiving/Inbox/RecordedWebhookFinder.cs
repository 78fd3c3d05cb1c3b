using Payshift.Core.Queue;
using Payshift.Core.Storage.Results;

namespace Payshift.Core.Receiving.Inbox;

/// <summary>The search for recorded results of webhooks that the queue may have forgotten: those whose row outlasted their deduplication.</summary>
/// <remarks>
/// A row may name a webhook that the queue took before: its answer was lost, or an import died before it removed the row. The
/// queue knows it for the deduplication window from then on, which began no earlier than the row was received. A row younger
/// than the window is therefore safe with the queue alone. For older ones the queue's memory does not reach far enough, but by
/// then the webhook either waits in the queue, which knows what it holds at any age, or its result is recorded, which is what
/// is looked for here. Half the window, so that clocks may differ.
/// </remarks>
internal sealed class RecordedWebhookFinder(IResultTable results, IOptions<QueueOptions> options, TimeProvider timeProvider)
{
    private readonly TimeSpan _trustedFor = options.Value.DeduplicationWindow / 2;

    /// <returns>Those of the webhooks that have a result.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async Task<IReadOnlySet<WebhookId>> FindAsync(IEnumerable<Webhook> webhooks, CancellationToken cancellationToken)
    {
        var trustedFrom = timeProvider.GetUtcNow() - _trustedFor;
        var found = new HashSet<WebhookId>();
        foreach (var chunk in webhooks.Where(webhook => webhook.ReceivedAt < trustedFrom).Chunk(ImportLimits.Lookups))
        {
            var recorded = await Task.WhenAll(chunk.Select(webhook => HasResultAsync(webhook, cancellationToken)));
            found.UnionWith(chunk.Where((_, index) => recorded[index]).Select(webhook => webhook.Id));
        }

        return found;
    }

    /// <summary>By id among the reference's rows: an event that names no time has another key in each delivery.</summary>
    private async Task<bool> HasResultAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var records = await results.FindAsync(webhook.PaymentReference, int.MaxValue, cancellationToken);
        return records.Any(record => record.Id == webhook.Id.ToString());
    }
}
