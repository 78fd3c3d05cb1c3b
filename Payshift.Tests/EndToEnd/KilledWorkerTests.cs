using Azure.Data.Tables;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Results;
using Payshift.Samples;

namespace Payshift.Tests.EndToEnd;

/// <summary>A host killed with SIGKILL in the middle of a batch.</summary>
[Collection(HostsCollection.Name)]
public sealed class KilledWorkerTests(ServicesFixture services) : ServicesTest(services)
{
    private const int Count = 400;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Everything_is_processed_once_after_the_restart()
    {
        var sample = new SampleCatalog(TimeProvider.System, new Random())["stripe"];
        var deliveries = Enumerable.Range(0, Count).Select(_ => ReceiveToRecordTests.Create(sample, "charge.succeeded")).ToArray();
        var settings = ReceiveToRecordTests.Settings(Services);
        settings["Payshift:Queue:LeaseDuration"] = "00:00:05";
        settings["Payshift:Processing:BatchTimeout"] = "00:00:02";

        // Small batches one after the other, so that the host has something at hand for seconds on end.
        var slow = new Dictionary<string, string?>(settings)
        {
            ["Payshift:Processing:BatchSize"] = "2",
            ["Payshift:Processing:Concurrency"] = "1",
        };
        await using (var first = await HostProcess.StartAsync(slow))
        {
            await PostAsync(first, "pause");
            foreach (var chunk in deliveries.Chunk(50))
            {
                await Task.WhenAll(chunk.Select(async delivery =>
                {
                    using var answer = await first.Client.SendAsync(delivery);
                    answer.EnsureSuccessStatusCode();
                }));
            }

            await PostAsync(first, "resume");
            await Eventually.TrueAsync(() => TryPauseWithBatchAsync(first), Soon, "a batch is at hand");
            await first.KillAsync();
        }

        Assert.True(await CountAsync("inflight") > 0, "The host died between two batches.");

        await using var second = await HostProcess.StartAsync(settings);
        foreach (var delivery in deliveries.Take(20))
        {
            using var answer = await second.Client.SendAsync(delivery);
            Assert.Contains("\"duplicates\":1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await Eventually.TrueAsync(async () => await CountAsync("envelopes") == 0, Soon, "the queue is empty");

        var table = new TableClient(Services.TablesConnectionString, TableNames.Results);
        var expected = deliveries.Select(delivery => delivery.EventId).ToHashSet();
        var recorded = await table.QueryAsync<TableEntity>()
            .Where(row => expected.Contains(row.GetString("EventId")))
            .ToListAsync();
        Assert.Equal(Count, recorded.Count);
        Assert.Equal(expected, recorded.Select(row => row.GetString("EventId")).ToHashSet());
        Assert.All(recorded, row => Assert.Equal(ResultRecord.Processed, row.GetString("Outcome")));
        Assert.Equal(Count, await CounterAsync("processed"));
        Assert.True(await CounterAsync("reclaimed") > 0);
    }

    /// <summary>The host stands still unless it is between two batches.</summary>
    private async Task<bool> TryPauseWithBatchAsync(HostProcess host)
    {
        await host.PauseAsync();
        // The first count comes after all that the host had sent.
        if (await CountAsync("inflight") > 0 && await CountAsync("inflight") > 0)
        {
            return true;
        }

        await host.ResumeAsync();
        return false;
    }

    private static async Task PostAsync(HostProcess host, string action)
    {
        using var answer = await host.Client.PostAsync(new Uri($"/payment/admin/queue/{action}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    private Task<long> CountAsync(string name) => SumAsync(name, async (database, key) =>
        name == "inflight" ? await database.SortedSetLengthAsync(key) : await database.HashLengthAsync(key));

    private Task<long> CounterAsync(string counter) => SumAsync("counters", async (database, key) => (long)await database.HashGetAsync(key, counter));

    private async Task<long> SumAsync(string name, Func<StackExchange.Redis.IDatabase, string, Task<long>> read)
    {
        var database = Services.Redis.GetDatabase();
        return (await Task.WhenAll(Enumerable.Range(0, 4).Select(partition => read(database, $"payshift:{{{partition}}}:{name}")))).Sum();
    }
}
