using Azure.Data.Tables;

namespace Payshift.Core.Storage;

internal static class TableClientExtensions
{
    /// <returns>The first rows that match, at most <see cref="TableConnection.MaxPageRows"/>.</returns>
    public static async Task<List<TableEntity>> ReadPageAsync(
        this TableClient client, string filter, string[] columns, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in client.QueryAsync<TableEntity>(filter, TableConnection.MaxPageRows, columns, cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == TableConnection.MaxPageRows)
            {
                break;
            }
        }

        return rows;
    }
}
