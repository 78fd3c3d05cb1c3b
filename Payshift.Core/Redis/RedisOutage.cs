using StackExchange.Redis;

namespace Payshift.Core.Redis;

/// <summary>The distinction between errors that pass by themselves and those that do not.</summary>
internal static class RedisOutage
{
    /// <summary>Loading, fail-over, full, or a replica.</summary>
    private static readonly string[] Errors =
        ["LOADING", "READONLY", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN", "BUSY", "OOM", "MISCONF", "NOREPLICAS"];

    public static bool Is(Exception exception) => exception switch
    {
        RedisConnectionException or TimeoutException or ObjectDisposedException => true,
        RedisServerException server => Errors.Any(error => server.Message.Contains(error, StringComparison.Ordinal)),
        _ => false,
    };
}
