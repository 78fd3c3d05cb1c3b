using Azure.Data.Tables;

namespace Payshift.Core.Storage.Results;

/// <summary>A row of <c>WebhookResults</c>, written and read.</summary>
internal static class ResultEntity
{
    public const string ProcessedAt = "ProcessedAt";

    public static (string Partition, string Row) KeyOf(Webhook webhook, int buckets) =>
        (TableKeys.Bucket(webhook.PaymentReference, buckets), ResultKeys.Row(webhook.PaymentReference, webhook.EventTime, webhook.Id));

    public static TableEntity From(ResultRecord record, int buckets)
    {
        var webhook = record.Webhook;
        var (partition, row) = KeyOf(webhook, buckets);
        var entity = new TableEntity(partition, row)
        {
            ["WebhookId"] = webhook.Id.ToString(),
            [ProcessedAt] = record.ProcessedAt,
            ["Outcome"] = record.Outcome,
            ["Attempts"] = record.Attempts,
            ["BatchId"] = record.BatchId,
        };
        WebhookColumns.Write(entity, webhook);
        if (record.Requeues > 0)
        {
            entity["Readmissions"] = record.Requeues;
        }

        if (record.Reason is not null)
        {
            entity["Reason"] = TableText.Fit(record.Reason);
        }

        return entity;
    }

    public static PaymentRecord ToRecord(TableEntity entity) => new()
    {
        Id = entity.GetString("WebhookId"),
        Provider = entity.GetString("Provider"),
        EventId = entity.GetString("EventId"),
        EventType = entity.GetString("EventType"),
        PaymentReference = entity.GetString("PaymentReference"),
        PaymentMethod = entity.GetString("PaymentMethod"),
        AmountMinor = entity.GetInt64("AmountMinor"),
        AmountExponent = entity.GetInt32("AmountExponent"),
        Currency = entity.GetString("Currency"),
        State = WebhookColumns.ReadState(entity),
        OrderReference = entity.GetString("OrderReference"),
        CustomerReference = entity.GetString("CustomerReference"),
        Priority = (WebhookPriority)entity.GetInt32("Priority").GetValueOrDefault(),
        EventTime = entity.GetDateTimeOffset("EventTime").GetValueOrDefault(),
        ReceivedAt = entity.GetDateTimeOffset("ReceivedAt").GetValueOrDefault(),
        ProcessedAt = entity.GetDateTimeOffset(ProcessedAt).GetValueOrDefault(),
        Outcome = entity.GetString("Outcome"),
        Reason = entity.GetString("Reason"),
        Attempts = entity.GetInt32("Attempts").GetValueOrDefault(),
        BatchId = entity.GetString("BatchId"),
    };
}
