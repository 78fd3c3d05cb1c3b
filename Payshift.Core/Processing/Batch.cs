using Payshift.Core.Queue;
using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Processing;

/// <summary>What is known of a batch while it is worked off.</summary>
internal sealed class Batch(DateTimeOffset startedAt, long startTimestamp)
{
    private readonly List<SettlementDecision> _settled = [];
    private readonly HashSet<WebhookId> _acknowledged = [];
    private long _leasedAt = startTimestamp;

    public string Id { get; } = Guid.CreateVersion7(startedAt).ToString("N");

    public DateTimeOffset StartedAt => startedAt;

    public long StartTimestamp { get; } = startTimestamp;

    /// <summary>When its leases were taken or extended the last time.</summary>
    public long LeasedAt
    {
        get => Volatile.Read(ref _leasedAt);
        set => Volatile.Write(ref _leasedAt, value);
    }

    /// <summary>Decisions that took effect and are the outcome of an attempt.</summary>
    public IEnumerable<SettlementDecision> Tried =>
        _settled.Where(decision => decision.Acknowledgement.Kind is not (SettlementKind.Abandon or SettlementKind.Defer or SettlementKind.Hold));

    /// <summary>Notes decisions of which the queue is told now. Whether it answers or not, nothing else may be said of them.</summary>
    public void NoteAcknowledged(IEnumerable<SettlementDecision> decisions) => _acknowledged.UnionWith(decisions.Select(decision => decision.Leased.Lease.Id));

    public bool IsAcknowledged(LeasedWebhook leased) => _acknowledged.Contains(leased.Lease.Id);

    /// <summary>Notes decisions that took effect.</summary>
    public void AddSettled(IEnumerable<SettlementDecision> decisions) => _settled.AddRange(decisions);

    public BatchResult Summarize(int taken) => new(
        taken, Count(SettlementKind.Complete), Count(SettlementKind.Retry), Count(SettlementKind.DeadLetter), Throttled: _settled.Exists(IsThrottled));

    public BatchRecord ToRecord(TimeSpan elapsed)
    {
        var delays = _settled.Select(decision => decision.Result?.Delay).OfType<TimeSpan>().ToArray();
        var tried = Tried.ToArray();
        var counts = tried
            .GroupBy(decision => (
                decision.Provider,
                decision.PaymentMethod,
                OutcomeOf(decision.Acknowledgement.Kind)))
            .Select(group => new BatchCount(group.Key.Item1, group.Key.Item2, group.Key.Item3, group.Count(), DelaysOf(group)));
        var received = tried
            .Where(decision => decision.Leased is { Attempts: 0, Requeues: 0 })
            .GroupBy(decision => (decision.Provider, decision.PaymentMethod))
            .Select(group => new BatchCount(group.Key.Item1, group.Key.Item2, BatchCount.Received, group.Count()));
        return new BatchRecord(
            Id,
            startedAt,
            elapsed,
            TimeSpan.FromTicks(delays.Sum(delay => delay.Ticks)),
            delays.DefaultIfEmpty().Max(),
            [.. counts, .. received]);
    }

    private int Count(SettlementKind verdict) => _settled.Count(decision => decision.Acknowledgement.Kind == verdict);

    /// <summary>A suspect waits for its turn, and what cannot be read for another version; anything else that waits does so for its provider.</summary>
    private static bool IsThrottled(SettlementDecision decision) => decision is { Acknowledgement.Kind: SettlementKind.Defer, Leased: { Crashes: 0, Webhook: not null } };

    public static string OutcomeOf(SettlementKind verdict) => verdict switch
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
