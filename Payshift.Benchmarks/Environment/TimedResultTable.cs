using System.Collections.Concurrent;
using System.Diagnostics;
using Payshift.Core.Storage.Results;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Environment;

/// <summary>The real store, and how long after its receipt each webhook was recorded.</summary>
internal sealed class TimedResultTable(IResultTable store) : IResultTable
{
    private readonly ConcurrentDictionary<WebhookId, long> _received = new();

    /// <summary>In ms.</summary>
    public ConcurrentQueue<double> Delays { get; } = new();

    public void NoteReceipt(WebhookId id) => _received[id] = Stopwatch.GetTimestamp();

    public async Task RecordAsync(IReadOnlyList<ResultRecord> records, CancellationToken cancellationToken)
    {
        await store.RecordAsync(records, cancellationToken);
        foreach (var record in records)
        {
            Delays.Enqueue(Stopwatch.GetElapsedTime(_received[record.Webhook.Id]).TotalMilliseconds);
        }
    }

    public Task<RecordedOutcome?> FindOutcomeAsync(Webhook webhook, CancellationToken cancellationToken) => store.FindOutcomeAsync(webhook, cancellationToken);

    public Task<IReadOnlyList<PaymentRecord>> FindAsync(string reference, int limit, CancellationToken cancellationToken) =>
        store.FindAsync(reference, limit, cancellationToken);

    public Task<PaymentLinkRows> FindLinkedAsync(PaymentLinkKind kind, string value, int limit, CancellationToken cancellationToken) =>
        store.FindLinkedAsync(kind, value, limit, cancellationToken);
}
