using Azure.Data.Tables;

namespace Payshift.Core.Storage.Audit;

/// <summary>The table of operators' actions, <c>WebhookAudit</c>, partitioned by day.</summary>
public sealed class AuditTable
{
    private static readonly string[] Columns = ["PartitionKey", "RowKey", "At", "Who", "Action", "Target", "Outcome", "Count", "Detail"];

    private readonly TableConnection _tables;
    private readonly DayScan _scan;
    private readonly DayExpiry _expiry;

    internal AuditTable(TableConnection tables)
    {
        _tables = tables;
        _scan = new DayScan(tables, TableNames.Audit);
        _expiry = new DayExpiry(tables, TableNames.Audit);
    }

    /// <summary>Writes an entry, over the one of the same id and time.</summary>
    /// <exception cref="StorageUnavailableException">Table Storage did not take it.</exception>
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(DayKeys.Partition(entry.At), DayKeys.Row(entry.At, entry.Id))
        {
            ["At"] = entry.At,
            ["Who"] = TableText.Fit(entry.Who),
            ["Action"] = entry.Action.ToString(),
            ["Outcome"] = entry.Outcome.ToString(),
        };
        Add("Target", TableText.Fit(entry.Target));
        Add("Count", entry.Count);
        Add("Detail", TableText.Fit(entry.Detail));
        return _tables.UpsertAsync(TableNames.Audit, [entity], cancellationToken);

        void Add(string column, object? value)
        {
            if (value is not null)
            {
                entity[column] = value;
            }
        }
    }

    /// <summary>Reads a page of the actions that began from one time on and before another, newest first.</summary>
    /// <param name="continuation">Of the page before; null for the first one.</param>
    /// <exception cref="FormatException">The continuation is none of ours.</exception>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public async Task<AuditPage> ListAsync(DateTimeOffset since, DateTimeOffset before, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var (rows, next) = await _scan.ReadAsync(
            since, before, continuation is null ? null : DayPosition.Parse(continuation), null, null, Columns, limit, cancellationToken);
        return new AuditPage([.. rows.Select(ToEntry)], next?.ToString());
    }

    /// <summary>Removes a page of the actions that began before a day.</summary>
    /// <exception cref="StorageUnavailableException">Not all of the page was removed.</exception>
    public Task<RemovedPage> RemoveBeforeAsync(DateTimeOffset day, CancellationToken cancellationToken) =>
        _expiry.RemoveAsync(day, filter: null, cancellationToken);

    private static AuditEntry ToEntry(TableEntity entity) => new(
        DayKeys.ParseRow(entity.RowKey).Suffix,
        entity.GetDateTimeOffset("At").GetValueOrDefault(),
        entity.GetString("Who"),
        Enum.Parse<AuditAction>(entity.GetString("Action")),
        entity.GetString("Target"),
        Enum.Parse<AuditOutcome>(entity.GetString("Outcome")),
        entity.GetInt32("Count"),
        entity.GetString("Detail"));
}
