namespace Payshift.Chaos.Faults;

/// <summary>What can go wrong.</summary>
internal enum FaultKind
{
    /// <summary>A receiver is killed with SIGKILL and starts again after a while.</summary>
    ReceiverKilled,
    WorkerKilled,

    /// <summary>A worker stands still, longer than its lease or not, and goes on as if nothing had been.</summary>
    WorkerPaused,

    RedisPaused,

    /// <summary>Redis is killed with SIGKILL and starts again with its data.</summary>
    RedisKilled,

    /// <summary>Every connection to Redis is reset, old and new.</summary>
    RedisCut,

    /// <summary>What is sent to Redis or by it gets lost until the end, and arrives late.</summary>
    RedisSilent,
    RedisSlow,

    /// <summary>One host alone loses Redis.</summary>
    HostLosesRedis,

    TablesPaused,
    TablesCut,
    TablesSilent,
    TablesSlow,

    /// <summary>One host alone loses Table Storage.</summary>
    HostLosesTables,
}
