using Payshift.Core.Operations.Timers;
using Payshift.Core.Queue;
using Payshift.Core.Queue.Stats;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Redis.Memory;

namespace Payshift.Core.Operations.Stats;

/// <summary>The queue's numbers, what is paused, the circuits that are open, and what happened lately.</summary>
public sealed record PayshiftStats(QueueStats Queue, PauseState Pauses, IReadOnlyList<OpenCircuit> Circuits)
{
    /// <summary>Of the last 1, 5 and 60 minutes; empty before the timer ran twice.</summary>
    public IReadOnlyList<RateWindow> Rates { get; init; } = [];

    /// <summary>Null where Table Storage does not answer.</summary>
    public BatchStats? Batches { get; init; }

    /// <summary>Null where Redis does not tell.</summary>
    public RedisMemory? Memory { get; init; }

    public IReadOnlyList<TimerRun> Timers { get; init; } = [];
}
