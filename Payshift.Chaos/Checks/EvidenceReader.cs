using Azure;
using Azure.Data.Tables;
using Payshift.Chaos.Hosts;
using Payshift.Chaos.Servers;
using StackExchange.Redis;

namespace Payshift.Chaos.Checks;

/// <summary>Reads what is in Table Storage and in Redis, past the hosts and their proxies.</summary>
internal static class EvidenceReader
{
    private const string Results = "WebhookResults";
    private const string Failures = "WebhookFailures";
    private const string Inbox = "WebhookInbox";

    public static async Task<IReadOnlyList<ResultRow>> ReadResultsAsync(TableServer tables, CancellationToken cancellationToken) =>
        // Links to orders and customers lie beside the results.
        [.. (await ReadAsync(tables, Results, cancellationToken)).Where(row => row.ContainsKey("WebhookId")).Select(row => new ResultRow(
            row.PartitionKey,
            row.RowKey,
            row.GetString("WebhookId"),
            row.GetString("Provider"),
            row.GetString("EventId"),
            row.GetString("PaymentReference"),
            row.GetString("Outcome"),
            row.GetString("Reason"),
            row.GetString("State")))];

    public static async Task<IReadOnlyList<FailureRow>> ReadFailuresAsync(TableServer tables, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(tables, Failures, cancellationToken)).Select(row => new FailureRow(
            row.RowKey[(row.RowKey.LastIndexOf('|') + 1)..],
            row.GetString("Provider"),
            row.GetString("EventId"),
            row.GetString("Reason"),
            row.GetInt32("Attempts").GetValueOrDefault(),
            row.GetInt32("Crashes").GetValueOrDefault()))];

    /// <returns>Webhooks that were put aside while Redis was away, and are not in the queue yet.</returns>
    public static async Task<int> CountInboxAsync(TableServer tables, CancellationToken cancellationToken) =>
        (await ReadAsync(tables, Inbox, cancellationToken, "PartitionKey")).Count;

    public static async Task<IReadOnlyList<LeftKey>> ReadKeysAsync(IConnectionMultiplexer redis)
    {
        var database = redis.GetDatabase();
        var left = new List<LeftKey>();
        await foreach (var key in redis.GetServers()[0].KeysAsync(pageSize: 1000))
        {
            left.Add(new LeftKey(key.ToString(), await database.KeyTimeToLiveAsync(key) is not null));
        }

        return left;
    }

    public static async Task<QueueTotals> ReadTotalsAsync(IConnectionMultiplexer redis)
    {
        var database = redis.GetDatabase();
        RedisValue[] names = ["received", "processed", "retried", "failed", "reclaimed"];
        var totals = new long[names.Length];
        foreach (var partition in Enumerable.Range(0, HostSettings.Partitions))
        {
            var values = await database.HashGetAsync($"payshift:{{{partition}}}:counters", names);
            for (var i = 0; i < names.Length; i++)
            {
                totals[i] += values[i].IsNull ? 0 : (long)values[i];
            }
        }

        return new QueueTotals(totals[0], totals[1], totals[2], totals[3], totals[4]);
    }

    /// <returns>Webhooks that are still in the queue.</returns>
    public static async Task<long> ReadQueueLengthAsync(IConnectionMultiplexer redis)
    {
        var database = redis.GetDatabase();
        var lengths = await Task.WhenAll(Enumerable.Range(0, HostSettings.Partitions)
            .Select(partition => database.HashLengthAsync($"payshift:{{{partition}}}:envelopes")));
        return lengths.Sum();
    }

    private static async Task<List<TableEntity>> ReadAsync(
        TableServer tables, string table, CancellationToken cancellationToken, params string[] columns)
    {
        var rows = new List<TableEntity>();
        try
        {
            await foreach (var row in tables.Connect().GetTableClient(table).QueryAsync<TableEntity>(select: columns.Length > 0 ? columns : null, cancellationToken: cancellationToken))
            {
                rows.Add(row);
            }
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // Nothing was ever recorded in it.
        }

        return rows;
    }
}
