using System.IO.Compression;
using Azure.Data.Tables;
using Payshift.Core.Queue;

namespace Payshift.Core.Storage.Failures;

/// <summary>A row of <c>WebhookFailures</c>, written and read.</summary>
internal static class FailureEntity
{
    public const string Open = "open";
    public const string Retried = "retried";

    /// <summary>Payloads and errors are read one by one only.</summary>
    public static readonly string[] SummaryColumns =
    [
        "PartitionKey", "RowKey", "Status", "Provider", "EventId", "EventType", "PaymentReference", "PaymentMethod", "AmountMinor",
        "AmountExponent", "Currency", "Priority", "EventTime", "ReceivedAt", "FailedAt", "Reason", "Attempts", "Crashes", "BatchId",
        "PayloadLength", "Readmissions", "RetriedAt", "RetriedBy",
    ];

    private const int MaxPayloadLength = 4 * 1024 * 1024;

    public static (string Partition, string Row) KeyOf(FailureId id) =>
        (DayKeys.Partition(id.ReceivedAt), DayKeys.Row(id.ReceivedAt, id.WebhookId.ToString()));

    public static TableEntity From(FailureRecord record)
    {
        var webhook = record.Webhook;
        var (partition, row) = KeyOf(new FailureId(webhook.ReceivedAt, webhook.Id));
        var entity = new TableEntity(partition, row)
        {
            ["Status"] = Open,
            ["Reason"] = TableText.Fit(record.Reason),
            ["Attempts"] = record.Attempts,
            ["Crashes"] = record.Crashes,
            // At most 50 attempts of 500 characters: they fit a property.
            ["Errors"] = string.Join('\n', record.Errors.Select(error => error.Format())),
            ["FailedAt"] = record.FailedAt,
            ["BatchId"] = record.BatchId,
            ["PayloadLength"] = webhook.Payload.Length,
            ["Readmissions"] = record.Requeues,
        };
        WebhookColumns.Write(entity, webhook);
        if (!webhook.Headers.IsEmpty)
        {
            entity["Headers"] = webhook.Headers.Text;
        }

        if (webhook.TraceParent is { } trace)
        {
            entity["TraceParent"] = TraceParentText.Format(trace);
        }

        TableBytes.Write(entity, "Payload", Compress(webhook.Payload.Span));
        return entity;
    }

    public static FailureSummary ToSummary(TableEntity entity) => new()
    {
        Id = IdOf(entity).ToString(),
        Status = entity.GetString("Status") == Retried ? FailureStatus.Retried : FailureStatus.Open,
        Provider = entity.GetString("Provider"),
        EventId = entity.GetString("EventId"),
        EventType = entity.GetString("EventType"),
        PaymentReference = entity.GetString("PaymentReference"),
        PaymentMethod = entity.GetString("PaymentMethod"),
        AmountMinor = entity.GetInt64("AmountMinor"),
        AmountExponent = entity.GetInt32("AmountExponent"),
        Currency = entity.GetString("Currency"),
        Priority = (WebhookPriority)entity.GetInt32("Priority").GetValueOrDefault(),
        EventTime = entity.GetDateTimeOffset("EventTime").GetValueOrDefault(),
        ReceivedAt = entity.GetDateTimeOffset("ReceivedAt").GetValueOrDefault(),
        FailedAt = entity.GetDateTimeOffset("FailedAt").GetValueOrDefault(),
        Reason = entity.GetString("Reason"),
        Attempts = entity.GetInt32("Attempts").GetValueOrDefault(),
        Crashes = entity.GetInt32("Crashes").GetValueOrDefault(),
        BatchId = entity.GetString("BatchId"),
        PayloadLength = entity.GetInt32("PayloadLength").GetValueOrDefault(),
        Readmissions = entity.GetInt32("Readmissions").GetValueOrDefault(),
        RetriedAt = entity.GetDateTimeOffset("RetriedAt"),
        RetriedBy = entity.GetString("RetriedBy"),
    };

    public static StoredFailure ToFailure(TableEntity entity) => new(
        ToSummary(entity), ToWebhook(entity), AttemptError.ParseLines(NullIfEmpty(entity.GetString("Errors"))), entity.ETag.ToString());

    private static Webhook ToWebhook(TableEntity entity) => new()
    {
        Id = IdOf(entity).WebhookId,
        Provider = entity.GetString("Provider"),
        EventId = entity.GetString("EventId"),
        EventType = entity.GetString("EventType"),
        PaymentReference = entity.GetString("PaymentReference"),
        PaymentMethod = entity.GetString("PaymentMethod"),
        Amount = entity.GetInt64("AmountMinor") is { } minor
            ? new Money(minor, entity.GetString("Currency") ?? "", (byte)entity.GetInt32("AmountExponent").GetValueOrDefault())
            : null,
        State = WebhookColumns.ReadState(entity),
        OrderReference = entity.GetString("OrderReference"),
        CustomerReference = entity.GetString("CustomerReference"),
        Priority = (WebhookPriority)entity.GetInt32("Priority").GetValueOrDefault(),
        EventTime = entity.GetDateTimeOffset("EventTime").GetValueOrDefault(),
        ReceivedAt = entity.GetDateTimeOffset("ReceivedAt").GetValueOrDefault(),
        TraceParent = TraceParentText.Parse(entity.GetString("TraceParent")),
        Headers = new DeliveryHeaders(entity.GetString("Headers")),
        Payload = Decompress(TableBytes.Read(entity, "Payload"), entity.GetInt32("PayloadLength").GetValueOrDefault()),
    };

    private static FailureId IdOf(TableEntity entity)
    {
        var (time, id) = DayKeys.ParseRow(entity.RowKey);
        return WebhookId.TryParse(id, out var webhookId)
            ? new FailureId(time, webhookId)
            : throw new InvalidDataException("A failure's row key does not end with a webhook's id.");
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static byte[] Compress(ReadOnlySpan<byte> payload)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(payload.Length)];
        if (!BrotliEncoder.TryCompress(payload, compressed, out var length))
        {
            throw new InvalidOperationException("A payload did not fit the length that Brotli promises.");
        }

        return compressed[..length];
    }

    private static byte[] Decompress(byte[] compressed, int length)
    {
        var payload = new byte[Math.Clamp(length, 0, MaxPayloadLength)];
        return BrotliDecoder.TryDecompress(compressed, payload, out var written) && written == payload.Length
            ? payload
            : throw new InvalidDataException("A failure's payload is damaged.");
    }
}
