using Azure.Data.Tables;
using Payshift.Core.Storage;

namespace Payshift.Tests.Infrastructure;

/// <summary>The inbox table, which all tests of a collection share.</summary>
internal static class InboxTable
{
    public static async Task<TableClient> OpenAsync(ServicesFixture services)
    {
        var table = new TableClient(services.TablesConnectionString, TableNames.Inbox);
        await table.CreateIfNotExistsAsync();
        return table;
    }

    public static async Task EmptyAsync(ServicesFixture services)
    {
        var table = await OpenAsync(services);
        await foreach (var row in table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"]))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    public static async Task<int> CountAsync(ServicesFixture services) =>
        await (await OpenAsync(services)).QueryAsync<TableEntity>(select: ["RowKey"]).CountAsync();
}
