using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Payshift.Core.Telemetry;

/// <summary>Payshift's activity source, its meter and the instruments of it. What nobody listens to costs nothing.</summary>
public sealed class PayshiftTelemetry : IDisposable
{
    /// <summary>Of the activity source and of the meter.</summary>
    public const string Name = "Payshift";

    public PayshiftTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);

        Deliveries = meter.CreateCounter<long>(MetricNames.Deliveries, "{delivery}");
        DeliveryDuration = meter.CreateHistogram<double>(MetricNames.DeliveryDuration, "s");
        WebhooksReceived = meter.CreateCounter<long>(MetricNames.WebhooksReceived, "{webhook}");
        InboxImported = meter.CreateCounter<long>(MetricNames.InboxImported, "{webhook}");

        ProcessDuration = meter.CreateHistogram<double>(MetricNames.ProcessDuration, "s");
        BatchSize = meter.CreateHistogram<long>(MetricNames.BatchSize, "{webhook}");
        ProcessingDuration = meter.CreateHistogram<double>(MetricNames.ProcessingDuration, "s");
        Delay = meter.CreateHistogram<double>(MetricNames.Delay, "s");
        Outcomes = meter.CreateCounter<long>(MetricNames.Outcomes, "{webhook}");
        Failures = meter.CreateCounter<long>(MetricNames.Failures, "{webhook}");
        ManualRetries = meter.CreateCounter<long>(MetricNames.ManualRetries, "{webhook}");
        CleanupItems = meter.CreateCounter<long>(MetricNames.CleanupItems, "{item}");
        TimerRunDuration = meter.CreateHistogram<double>(MetricNames.TimerRunDuration, "s");
        VerificationCalls = meter.CreateCounter<long>(MetricNames.VerificationCalls, "{call}");
        OperationDuration = meter.CreateHistogram<double>(MetricNames.OperationDuration, "s");

        QueueDepth = meter.CreateGauge<long>(MetricNames.QueueDepth, "{webhook}");
        QueueInFlight = meter.CreateGauge<long>(MetricNames.QueueInFlight, "{webhook}");
        QueueScheduled = meter.CreateGauge<long>(MetricNames.QueueScheduled, "{webhook}");
        QueueHeld = meter.CreateGauge<long>(MetricNames.QueueHeld, "{webhook}");
        QueueOldestWaiting = meter.CreateGauge<double>(MetricNames.QueueOldestWaiting, "s");
        QueueKnownIds = meter.CreateGauge<long>(MetricNames.QueueKnownIds, "{event}");
        QueuePartitionsAway = meter.CreateGauge<long>(MetricNames.QueuePartitionsAway, "{partition}");
        QueueTotals = meter.CreateGauge<long>(MetricNames.QueueTotals, "{webhook}");
        PauseAge = meter.CreateGauge<double>(MetricNames.PauseAge, "s");
        CircuitAge = meter.CreateGauge<double>(MetricNames.CircuitAge, "s");
        RedisMemoryUsed = meter.CreateGauge<long>(MetricNames.RedisMemoryUsed, "By");
        RedisMemoryLimit = meter.CreateGauge<long>(MetricNames.RedisMemoryLimit, "By");
        TimerAge = meter.CreateGauge<double>(MetricNames.TimerAge, "s");
    }

    internal ActivitySource Source { get; } = new(Name);

    internal Counter<long> Deliveries { get; }

    internal Histogram<double> DeliveryDuration { get; }

    internal Counter<long> WebhooksReceived { get; }

    internal Counter<long> InboxImported { get; }

    internal Histogram<double> ProcessDuration { get; }

    internal Histogram<long> BatchSize { get; }

    internal Histogram<double> ProcessingDuration { get; }

    internal Histogram<double> Delay { get; }

    internal Counter<long> Outcomes { get; }

    internal Counter<long> Failures { get; }

    internal Counter<long> ManualRetries { get; }

    internal Counter<long> CleanupItems { get; }

    internal Histogram<double> TimerRunDuration { get; }

    internal Counter<long> VerificationCalls { get; }

    internal Histogram<double> OperationDuration { get; }

    internal Gauge<long> QueueDepth { get; }

    internal Gauge<long> QueueInFlight { get; }

    internal Gauge<long> QueueScheduled { get; }

    internal Gauge<long> QueueHeld { get; }

    internal Gauge<double> QueueOldestWaiting { get; }

    internal Gauge<long> QueueKnownIds { get; }

    internal Gauge<long> QueuePartitionsAway { get; }

    internal Gauge<long> QueueTotals { get; }

    internal Gauge<double> PauseAge { get; }

    internal Gauge<double> CircuitAge { get; }

    internal Gauge<long> RedisMemoryUsed { get; }

    internal Gauge<long> RedisMemoryLimit { get; }

    internal Gauge<double> TimerAge { get; }

    /// <summary>The meter belongs to its factory.</summary>
    public void Dispose() => Source.Dispose();
}
