using Azure.Data.Tables;

namespace Payshift.Core.Storage.Audit;

/// <inheritdoc cref="IAuditStore"/>
internal sealed class TableAuditStore(TableConnection tables) : IAuditStore
{
    private static readonly string[] Columns = ["PartitionKey", "RowKey", "At", "Who", "Action", "Target", "Outcome", "Count", "Detail"];

    private readonly DayScan _scan = new(tables, TableNames.Audit);

    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        var entity = new TableEntity(TableKeys.Day(entry.At), TableKeys.NewestFirst(entry.At, entry.Id))
        {
            ["At"] = entry.At,
            ["Who"] = TableText.Fit(entry.Who),
            ["Action"] = entry.Action.ToString(),
            ["Outcome"] = entry.Outcome.ToString(),
        };
        Add("Target", TableText.Fit(entry.Target));
        Add("Count", entry.Count);
        Add("Detail", TableText.Fit(entry.Detail));
        return tables.UpsertAsync(TableNames.Audit, [entity], cancellationToken);

        void Add(string column, object? value)
        {
            if (value is not null)
            {
                entity[column] = value;
            }
        }
    }

    public async Task<AuditPage> ListAsync(DateTimeOffset since, DateTimeOffset before, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var (rows, next) = await _scan.ReadAsync(
            since, before, continuation is null ? null : DayPosition.Parse(continuation), null, null, Columns, limit, cancellationToken);
        return new AuditPage([.. rows.Select(ToEntry)], next?.ToString());
    }

    private static AuditEntry ToEntry(TableEntity entity) => new(
        TableKeys.ParseNewestFirst(entity.RowKey).Suffix,
        entity.GetDateTimeOffset("At").GetValueOrDefault(),
        entity.GetString("Who"),
        Enum.Parse<AuditAction>(entity.GetString("Action")),
        entity.GetString("Target"),
        Enum.Parse<AuditOutcome>(entity.GetString("Outcome")),
        entity.GetInt32("Count"),
        entity.GetString("Detail"));
}
