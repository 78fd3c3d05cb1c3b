namespace Payshift.Core.Storage;

/// <summary>The tables of Payshift.</summary>
public static class TableNames
{
    public const string Results = "WebhookResults";
    public const string Failures = "WebhookFailures";
    public const string Batches = "WebhookBatches";
    public const string Rollups = "WebhookRollups";
    public const string Audit = "WebhookAudit";
    public const string Inbox = "WebhookInbox";
    public const string Cleanup = "WebhookCleanup";
}
