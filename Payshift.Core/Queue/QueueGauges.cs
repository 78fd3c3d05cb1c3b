using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Redis.Memory;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Queue;

/// <summary>The gauges of what the queue holds. Every instance sees the same queue: one of them is to record it.</summary>
internal sealed class QueueGauges(
    PayshiftTelemetry telemetry, IQueuePauses pauses, ICircuitRegistry circuits, RedisMemoryReader memory, TimeProvider timeProvider)
{
    /// <summary>A pause of the queue as a whole.</summary>
    private const string All = "all";

    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public async Task RecordAsync(QueueStats stats)
    {
        if (!telemetry.QueueDepth.Enabled)
        {
            return;
        }

        RecordQueue(stats);
        RecordTotals(stats.Counters);
        RecordPauses(await pauses.GetAsync());
        foreach (var circuit in await circuits.GetOpenAsync())
        {
            telemetry.CircuitAge.Record(AgeOf(circuit.Since), Tag(AttributeNames.Circuit, circuit.Name));
        }

        if (await memory.ReadAsync() is { } used)
        {
            telemetry.RedisMemoryUsed.Record(used.UsedBytes);
            telemetry.RedisMemoryLimit.Record(used.MaxBytes);
        }
    }

    private void RecordQueue(QueueStats stats)
    {
        telemetry.QueueDepth.Record(stats.ReadyHigh, Tag(AttributeNames.Priority, PriorityNames.High));
        telemetry.QueueDepth.Record(stats.ReadyNormal, Tag(AttributeNames.Priority, PriorityNames.Normal));
        telemetry.QueueDepth.Record(stats.ReadyLow, Tag(AttributeNames.Priority, PriorityNames.Low));
        telemetry.QueueInFlight.Record(stats.InFlight);
        telemetry.QueueScheduled.Record(stats.Scheduled);
        telemetry.QueueOldestWaiting.Record((stats.OldestWaiting ?? TimeSpan.Zero).TotalSeconds);
        telemetry.QueueKnownIds.Record(stats.Known);
        telemetry.QueuePartitionsAway.Record(stats.PartitionsAway);
        foreach (var (provider, held) in stats.Held)
        {
            telemetry.QueueHeld.Record(held, Tag(AttributeNames.Provider, provider));
        }
    }

    private void RecordTotals(QueueCounters counters)
    {
        Record("received", counters.Received);
        Record("duplicate", counters.Duplicate);
        Record("processed", counters.Processed);
        Record("retried", counters.Retried);
        Record("failed", counters.Failed);
        Record("reclaimed", counters.Reclaimed);

        void Record(string counter, long total) => telemetry.QueueTotals.Record(total, Tag(AttributeNames.Counter, counter));
    }

    private void RecordPauses(PauseState state)
    {
        if (state.QueueSince is { } paused)
        {
            telemetry.PauseAge.Record(AgeOf(paused), Tag(AttributeNames.Provider, All));
        }

        foreach (var (provider, since) in state.ProvidersSince)
        {
            telemetry.PauseAge.Record(AgeOf(since), Tag(AttributeNames.Provider, provider));
        }
    }

    private double AgeOf(DateTimeOffset since) => Math.Max(0, (timeProvider.GetUtcNow() - since).TotalSeconds);

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
