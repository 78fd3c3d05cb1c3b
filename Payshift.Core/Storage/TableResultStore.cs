using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using Payshift.Core.Monitoring;
using Payshift.Core.Webhooks;

namespace Payshift.Core.Storage;

/// <inheritdoc cref="IResultStore"/>
internal sealed class TableResultStore(TableConnection tables, IOptions<TableOptions> options) : IResultStore
{
    private readonly int _buckets = options.Value.Buckets;

    public Task RecordAsync(IReadOnlyList<ResultRecord> records, CancellationToken cancellationToken) =>
        tables.UpsertAsync(TableNames.Results, records.Select(ToEntity), cancellationToken);

    public Task<string?> FindOutcomeAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var (partition, row) = KeyOf(webhook);
        return tables.UseAsync(TableNames.Results, async table =>
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, ["Outcome"], cancellationToken).ConfigureAwait(false);
            return found.HasValue ? found.Value!.GetString("Outcome") : null;
        });
    }

    public Task<IReadOnlyList<PaymentRecord>> FindAsync(string reference, CancellationToken cancellationToken)
    {
        var (from, to) = TableKeys.ResultRange(reference);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKeys.Bucket(reference, _buckets)} and RowKey ge {from} and RowKey lt {to}");
        return tables.UseAsync<IReadOnlyList<PaymentRecord>>(TableNames.Results, async table =>
        {
            var found = new List<PaymentRecord>();
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                found.Add(ToRecord(entity));
            }

            return found;
        });
    }

    private (string Partition, string Row) KeyOf(Webhook webhook) =>
        (TableKeys.Bucket(webhook.PaymentReference, _buckets), TableKeys.Result(webhook.PaymentReference, webhook.EventTime, webhook.Id));

    private TableEntity ToEntity(ResultRecord record)
    {
        var webhook = record.Webhook;
        var (partition, row) = KeyOf(webhook);
        var entity = new TableEntity(partition, row)
        {
            ["WebhookId"] = webhook.Id.ToString(),
            ["ProcessedAt"] = record.ProcessedAt,
            ["Outcome"] = record.Outcome,
            ["Attempts"] = record.Attempts,
            ["BatchId"] = record.BatchId,
        };
        WebhookColumns.Write(entity, webhook);
        if (record.Reason is not null)
        {
            entity["Reason"] = TableText.Fit(record.Reason);
        }

        return entity;
    }

    private static PaymentRecord ToRecord(TableEntity entity) => new()
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
        Priority = (WebhookPriority)entity.GetInt32("Priority").GetValueOrDefault(),
        EventTime = entity.GetDateTimeOffset("EventTime").GetValueOrDefault(),
        ReceivedAt = entity.GetDateTimeOffset("ReceivedAt").GetValueOrDefault(),
        ProcessedAt = entity.GetDateTimeOffset("ProcessedAt").GetValueOrDefault(),
        Outcome = entity.GetString("Outcome"),
        Reason = entity.GetString("Reason"),
        Attempts = entity.GetInt32("Attempts").GetValueOrDefault(),
        BatchId = entity.GetString("BatchId"),
    };
}
