using Azure;
using Azure.Data.Tables;

namespace Payshift.Core.Storage.Failures;

/// <inheritdoc cref="IFailureReader"/>
internal sealed class TableFailureReader(TableConnection tables) : IFailureReader
{
    private readonly DayScan _scan = new(tables, TableNames.Failures);

    public async Task<FailurePage> ListAsync(FailureFilter filter, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var (rows, next) = await _scan.ReadAsync(
            filter.From,
            filter.To,
            continuation is null ? null : DayPosition.Parse(continuation),
            Select(filter),
            filter.Reason is not { } reason ? null : row => (row.GetString("Reason") ?? "").Contains(reason, StringComparison.OrdinalIgnoreCase),
            FailureEntity.SummaryColumns,
            limit,
            cancellationToken);
        return new FailurePage([.. rows.Select(FailureEntity.ToSummary)], next?.ToString());
    }

    public Task<StoredFailure?> FindAsync(FailureId id, CancellationToken cancellationToken)
    {
        var (partition, row) = FailureEntity.KeyOf(id);
        return tables.UseAsync(TableNames.Failures, TableOperations.Get, async table =>
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
            return found.HasValue ? FailureEntity.ToFailure(found.Value!) : null;
        });
    }

    public Task<bool> MarkRetriedAsync(StoredFailure failure, string by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (partition, row) = FailureEntity.KeyOf(new FailureId(failure.Webhook.ReceivedAt, failure.Webhook.Id));
        var change = new TableEntity(partition, row)
        {
            ["Status"] = FailureEntity.Retried,
            ["RetriedAt"] = at,
            ["RetriedBy"] = TableText.Fit(by),
        };
        return tables.UseAsync(TableNames.Failures, TableOperations.Update, async table =>
        {
            try
            {
                await table.UpdateEntityAsync(change, new ETag(failure.Version), TableUpdateMode.Merge, cancellationToken);
                return true;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 412)
            {
                return false;
            }
        });
    }

    private static string? Select(FailureFilter filter)
    {
        string?[] conditions =
        [
            filter.Provider is { } provider ? TableClient.CreateQueryFilter($"Provider eq {provider}") : null,
            filter.PaymentMethod is { } method ? TableClient.CreateQueryFilter($"PaymentMethod eq {method}") : null,
            filter.EventType is { } type ? TableClient.CreateQueryFilter($"EventType eq {type}") : null,
            filter.PaymentReference is { } reference ? TableClient.CreateQueryFilter($"PaymentReference eq {reference}") : null,
            filter.Status is { } status ? TableClient.CreateQueryFilter($"Status eq {(status == FailureStatus.Retried ? FailureEntity.Retried : FailureEntity.Open)}") : null,
        ];
        var set = conditions.OfType<string>().ToArray();
        return set.Length == 0 ? null : string.Join(" and ", set);
    }
}
