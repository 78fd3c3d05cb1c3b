using Azure.Data.Tables;

namespace Payshift.Core.Storage.CleanupMarks;

/// <inheritdoc cref="ICleanupMarks"/>
internal sealed class TableCleanupMarks(TableConnection tables) : ICleanupMarks
{
    private const string Partition = "marks";

    public Task<IReadOnlyDictionary<string, CleanupMark>> ReadAsync(CancellationToken cancellationToken) =>
        tables.UseAsync<IReadOnlyDictionary<string, CleanupMark>>(TableNames.Cleanup, TableOperations.Query, async table =>
        {
            var marks = new Dictionary<string, CleanupMark>();
            var rows = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken);
            await foreach (var row in rows)
            {
                marks[row.RowKey] = new CleanupMark(row.GetDateTimeOffset("Until").GetValueOrDefault(), row.GetString("Position"));
            }

            return marks;
        });

    public Task WriteAsync(string name, CleanupMark mark, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, name) { ["Until"] = mark.Until };
        if (mark.Position is { } position)
        {
            row["Position"] = position;
        }

        return tables.UpsertAsync(TableNames.Cleanup, [row], cancellationToken);
    }
}
