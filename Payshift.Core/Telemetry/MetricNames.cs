namespace Payshift.Core.Telemetry;

/// <summary>The instruments of Payshift's meter. <c>docs/telemetry.md</c> tells their dimensions.</summary>
internal static class MetricNames
{
    public const string Deliveries = "payshift.deliveries";
    public const string DeliveryDuration = "payshift.delivery.duration";
    public const string WebhooksReceived = "payshift.webhooks.received";
    public const string InboxImported = "payshift.inbox.imported";

    /// <summary>Of the semantic conventions of messaging: a batch.</summary>
    public const string ProcessDuration = "messaging.process.duration";
    public const string BatchSize = "payshift.batch.size";
    public const string ProcessingDuration = "payshift.webhook.processing.duration";
    public const string Delay = "payshift.webhook.delay";
    public const string Outcomes = "payshift.webhooks.outcomes";
    public const string Failures = "payshift.webhooks.failures";
    public const string ManualRetries = "payshift.webhooks.manual_retries";
    public const string CleanupItems = "payshift.cleanup.items";
    public const string TimerRunDuration = "payshift.timer.run.duration";
    public const string VerificationCalls = "payshift.verification.calls";

    /// <summary>Of the semantic conventions of databases: Redis and Table Storage.</summary>
    public const string OperationDuration = "db.client.operation.duration";

    public const string QueueDepth = "payshift.queue.depth";
    public const string QueueInFlight = "payshift.queue.in_flight";
    public const string QueueScheduled = "payshift.queue.scheduled";
    public const string QueueHeld = "payshift.queue.held";
    public const string QueueOldestWaiting = "payshift.queue.oldest_waiting";
    public const string QueueKnownIds = "payshift.queue.known_ids";
    public const string QueuePartitionsAway = "payshift.queue.partitions_away";
    public const string QueueTotals = "payshift.queue.totals";
    public const string PauseAge = "payshift.pause.age";
    public const string CircuitAge = "payshift.circuit.age";
    public const string RedisMemoryUsed = "payshift.redis.memory.used";
    public const string RedisMemoryLimit = "payshift.redis.memory.limit";
    public const string TimerAge = "payshift.timer.age";
}
