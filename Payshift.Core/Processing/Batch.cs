using Payshift.Core.Queue;
using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Processing;

/// <summary>The webhooks of one lease, and what is known of them while they are worked off.</summary>
/// <param name="timeLimit">How long one share of it may be confirmed and handled.</param>
internal sealed class Batch(
    IReadOnlyList<LeasedWebhook> leased, DateTimeOffset startedAt, long startTimestamp, TimeSpan timeLimit, TimeProvider timeProvider) : IAsyncDisposable
{
    private readonly List<SettlementDecision> _settled = [];
    private readonly HashSet<WebhookId> _told = [];
    private readonly long _startTimestamp = startTimestamp;
    private long _leasedAt = startTimestamp;

    public string Id { get; } = Guid.CreateVersion7(startedAt).ToString("N");

    public IReadOnlyList<LeasedWebhook> Leased => leased;

    public DateTimeOffset StartedAt => startedAt;

    public TimeSpan Elapsed => timeProvider.GetElapsedTime(_startTimestamp);

    /// <summary>The timestamp at which its leases were taken or renewed the last time.</summary>
    public long LeasedAt
    {
        get => Volatile.Read(ref _leasedAt);
        set => Volatile.Write(ref _leasedAt, value);
    }

    /// <summary>The renewal of its leases, which ends with the batch.</summary>
    public LeaseRenewal? Renewal { private get; set; }

    /// <summary>Decisions that took effect and are the outcome of an attempt.</summary>
    public IEnumerable<SettlementDecision> Tried =>
        _settled.Where(decision => decision.Settlement.Kind is not (SettlementKind.Abandon or SettlementKind.Defer or SettlementKind.Hold));

    /// <summary>Notes decisions that the queue is told of now. Whether it answers or not, it must be told nothing else of them.</summary>
    public void NoteTold(IEnumerable<SettlementDecision> decisions) => _told.UnionWith(decisions.Select(decision => decision.Leased.Lease.Id));

    /// <summary>The webhooks that the queue was not told of yet.</summary>
    public IEnumerable<LeasedWebhook> Untold() => leased.Where(webhook => !_told.Contains(webhook.Lease.Id));

    /// <summary>Notes decisions that took effect.</summary>
    public void AddSettled(IEnumerable<SettlementDecision> decisions) => _settled.AddRange(decisions);

    public BatchResult Summarize() => new(
        leased.Count, Count(SettlementKind.Complete), Count(SettlementKind.Retry), Count(SettlementKind.DeadLetter), Throttled: _settled.Exists(IsThrottled));

    public BatchRecord ToRecord()
    {
        var delays = _settled.Select(decision => decision.Result?.Delay).OfType<TimeSpan>().ToArray();
        var tried = Tried.ToArray();
        var counts = tried
            .GroupBy(decision => (
                decision.Provider,
                decision.PaymentMethod,
                OutcomeOf(decision.Settlement.Kind)))
            .Select(group => new BatchCount(group.Key.Item1, group.Key.Item2, group.Key.Item3, group.Count(), DelaysOf(group)));
        var received = tried
            .Where(decision => decision.Leased is { Attempts: 0, Requeues: 0 })
            .GroupBy(decision => (decision.Provider, decision.PaymentMethod))
            .Select(group => new BatchCount(group.Key.Item1, group.Key.Item2, BatchCount.Received, group.Count()));
        return new BatchRecord(
            Id,
            startedAt,
            Elapsed,
            TimeSpan.FromTicks(delays.Sum(delay => delay.Ticks)),
            delays.DefaultIfEmpty().Max(),
            [.. counts, .. received]);
    }

    /// <summary>A source that is cancelled when a share has had its time.</summary>
    public CancellationTokenSource LimitTime() => new(timeLimit, timeProvider);

    public ValueTask DisposeAsync() => Renewal?.DisposeAsync() ?? ValueTask.CompletedTask;

    private int Count(SettlementKind kind) => _settled.Count(decision => decision.Settlement.Kind == kind);

    /// <summary>Whether a provider asked for patience. A poison candidate is deferred until its turn, and an envelope of a later version until its workers take it; anything else waits for its provider.</summary>
    private static bool IsThrottled(SettlementDecision decision) => decision is { Settlement.Kind: SettlementKind.Defer, Leased: { Crashes: 0, Webhook: not null } };

    public static string OutcomeOf(SettlementKind kind) => kind switch
    {
        SettlementKind.Complete => BatchCount.Processed,
        SettlementKind.Retry => BatchCount.Retried,
        _ => BatchCount.Failed,
    };

    private static string? DelaysOf(IEnumerable<SettlementDecision> decisions)
    {
        var histogram = new DelayHistogram();
        foreach (var delay in decisions.Select(decision => decision.Result?.Delay).OfType<TimeSpan>())
        {
            histogram.Add(delay);
        }

        return histogram.Count > 0 ? histogram.ToString() : null;
    }
}
