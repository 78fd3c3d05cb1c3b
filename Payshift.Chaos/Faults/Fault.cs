namespace Payshift.Chaos.Faults;

/// <summary>One thing that goes wrong for a while.</summary>
/// <param name="At">Since the start of the load.</param>
/// <param name="Host">Which of its kind, where it concerns one host.</param>
internal sealed record Fault(FaultKind Kind, TimeSpan At, TimeSpan Duration, int Host)
{
    public TimeSpan End => At + Duration;

    /// <summary>What must not suffer two faults at once: a paused process cannot be paused again.</summary>
    public string Target => Kind switch
    {
        FaultKind.ReceiverKilled => $"receiver {Host}",
        FaultKind.WorkerKilled or FaultKind.WorkerPaused => $"worker {Host}",
        FaultKind.RedisPaused or FaultKind.RedisKilled => "redis",
        FaultKind.RedisCut or FaultKind.RedisSilent or FaultKind.RedisSlow or FaultKind.HostLosesRedis => "way to redis",
        FaultKind.TablesPaused => "tables",
        _ => "way to tables",
    };
}
