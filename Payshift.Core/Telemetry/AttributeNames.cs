namespace Payshift.Core.Telemetry;

/// <summary>Attributes of spans and dimensions of metrics: those of the semantic conventions, and Payshift's own.</summary>
internal static class AttributeNames
{
    public const string ErrorType = "error.type";

    public const string MessagingSystem = "messaging.system";
    public const string MessagingDestination = "messaging.destination.name";
    public const string MessagingOperationType = "messaging.operation.type";
    public const string MessagingOperation = "messaging.operation.name";
    public const string MessageCount = "messaging.batch.message_count";

    public const string DatabaseSystem = "db.system.name";
    public const string DatabaseOperation = "db.operation.name";
    public const string DatabaseCollection = "db.collection.name";
    public const string DatabaseBatchSize = "db.operation.batch.size";

    public const string Provider = "payshift.provider";
    public const string PaymentMethod = "payshift.payment_method";
    public const string Priority = "payshift.priority";
    public const string DeliveryOutcome = "payshift.delivery.outcome";
    public const string WebhookIds = "payshift.webhook.ids";
    public const string WebhookArrival = "payshift.webhook.arrival";
    public const string WebhookOutcome = "payshift.webhook.outcome";
    public const string WebhooksKept = "payshift.webhooks.kept";
    public const string WebhooksDuplicate = "payshift.webhooks.duplicate";
    public const string Inbox = "payshift.inbox";
    public const string InboxImport = "payshift.inbox.import";
    public const string BatchId = "payshift.batch.id";
    public const string BatchProcessed = "payshift.batch.processed";
    public const string BatchRetried = "payshift.batch.retried";
    public const string BatchFailed = "payshift.batch.failed";
    public const string RetryResult = "payshift.retry.result";
    public const string CleanupKind = "payshift.cleanup.kind";
    public const string TimerName = "payshift.timer.name";
    public const string VerificationAnswer = "payshift.verification.answer";
    public const string Counter = "payshift.counter";
    public const string Circuit = "payshift.circuit";
}
