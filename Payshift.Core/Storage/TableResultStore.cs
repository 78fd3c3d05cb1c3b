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
        tables.UpsertAsync(TableNames.Results, records.Select(record => ResultEntity.From(record, _buckets)), cancellationToken);

    public Task<string?> FindOutcomeAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var (partition, row) = ResultEntity.KeyOf(webhook, _buckets);
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
                found.Add(ResultEntity.ToRecord(entity));
            }

            return found;
        });
    }
}
