using Azure.Data.Tables;

namespace Payshift.Core.Storage.CleanupMarks;

/// <summary>The table of the cleanup's progress, <c>WebhookCleanup</c>: one row for each of its parts.</summary>
public sealed class CleanupMarkTable
{
    private const string Partition = "marks";

    private readonly TableConnection _tables;

    internal CleanupMarkTable(TableConnection tables) => _tables = tables;

    /// <returns>All marks by name.</returns>
    /// <exception cref="StorageUnavailableException">Table Storage did not answer.</exception>
    public Task<IReadOnlyDictionary<string, CleanupMark>> ReadAsync(CancellationToken cancellationToken) =>
        _tables.UseAsync<IReadOnlyDictionary<string, CleanupMark>>(TableNames.Cleanup, TableOperations.Query, async table =>
        {
            var marks = new Dictionary<string, CleanupMark>();
            var rows = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken);
            await foreach (var row in rows)
            {
                marks[row.RowKey] = new CleanupMark(row.GetDateTimeOffset("Until").GetValueOrDefault(), row.GetString("Position"));
            }

            return marks;
        });

    /// <exception cref="StorageUnavailableException">Table Storage did not take it.</exception>
    public Task WriteAsync(string name, CleanupMark mark, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, name) { ["Until"] = mark.Until };
        if (mark.Position is { } position)
        {
            row["Position"] = position;
        }

        return _tables.UpsertAsync(TableNames.Cleanup, [row], cancellationToken);
    }
}
