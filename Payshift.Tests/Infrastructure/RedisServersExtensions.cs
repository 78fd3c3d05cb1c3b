using StackExchange.Redis;

namespace Payshift.Tests.Infrastructure;

/// <summary>Commands for a single server, sent to every master.</summary>
internal static class RedisServersExtensions
{
    public static Task EmptyAsync(this IRedisServers servers) => OnEveryMasterAsync(servers, master => master.FlushAllDatabasesAsync());

    public static Task FlushScriptsAsync(this IRedisServers servers) => OnEveryMasterAsync(servers, master => master.ScriptFlushAsync());

    public static RedisKey[] Keys(this IRedisServers servers) => [.. servers.Masters().SelectMany(master => master.Keys())];

    public static IEnumerable<IServer> Masters(this IRedisServers servers) => servers.Redis.GetServers().Where(server => !server.IsReplica);

    private static Task OnEveryMasterAsync(IRedisServers servers, Func<IServer, Task> action) => Task.WhenAll(servers.Masters().Select(action));
}
