namespace Payshift.Tests.Infrastructure;

/// <summary>The leases of the queue under test.</summary>
internal static class Leases
{
    /// <summary>Makes every lease expire.</summary>
    public static async Task EndAllAsync(ServicesFixture services)
    {
        var database = services.Redis.GetDatabase();
        foreach (var key in services.Redis.GetServers()[0].Keys(pattern: "payshift:*:inflight").ToArray())
        {
            foreach (var id in await database.SortedSetRangeByScoreAsync(key))
            {
                await database.SortedSetAddAsync(key, id, 0);
            }
        }
    }
}
