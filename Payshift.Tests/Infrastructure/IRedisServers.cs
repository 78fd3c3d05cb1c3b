using StackExchange.Redis;

namespace Payshift.Tests.Infrastructure;

/// <summary>The real Redis that a suite runs on: a single server, or the masters of a cluster.</summary>
public interface IRedisServers
{
    string RedisConnectionString { get; }

    /// <summary>A connection to look at what the queue left behind.</summary>
    ConnectionMultiplexer Redis { get; }
}
