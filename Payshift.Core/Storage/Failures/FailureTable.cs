using Azure;
using Azure.Data.Tables;

namespace Payshift.Core.Storage.Failures;

/// <inheritdoc cref="IFailureTable"/>
/// <remarks>
/// The key follows the time of receipt, not of failure: a worker that died between recording and settling
/// leads to the same row again.
/// </remarks>
internal sealed class FailureTable(TableConnection tables) : IFailureTable
{
    private readonly DayScan _scan = new(tables, TableNames.Failures);
    private readonly DayExpiry _expiry = new(tables, TableNames.Failures);

    public Task RecordAsync(IReadOnlyList<FailureRecord> records, CancellationToken cancellationToken) =>
        // One row a request: with their payloads, a hundred would exceed a transaction's 4 MiB.
        Task.WhenAll(records.Select(record => tables.UpsertAsync(TableNames.Failures, [FailureEntity.From(record)], cancellationToken)));

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

    public Task RemoveAsync(IReadOnlyList<Webhook> processed, CancellationToken cancellationToken) =>
        Task.WhenAll(processed.Select(webhook => RemoveAsync(new FailureId(webhook.ReceivedAt, webhook.Id), cancellationToken)));

    public Task<RemovedPage> RemoveBeforeAsync(DateTimeOffset day, CancellationToken cancellationToken) =>
        // The partition is the day of receipt; a failure that was retried by hand can have failed again long after it.
        _expiry.RemoveAsync(day, TableClient.CreateQueryFilter($"FailedAt lt {day}"), cancellationToken);

    private Task<bool> RemoveAsync(FailureId id, CancellationToken cancellationToken)
    {
        var (partition, row) = FailureEntity.KeyOf(id);
        return tables.UseAsync(TableNames.Failures, TableOperations.Delete, async table =>
        {
            // One that is not there answers 404, which the client takes for done.
            await table.DeleteEntityAsync(partition, row, cancellationToken: cancellationToken);
            return true;
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
