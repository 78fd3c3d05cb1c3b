namespace Payshift.Core.Processing;

/// <summary>The reason why a processing run ended.</summary>
public enum QueueRunEnd
{
    Empty,
    TimeBudget,
    BatchLimit,
    Canceled,

    /// <summary>The queue is paused.</summary>
    Paused,

    /// <summary>Redis or Table Storage did not answer. What was taken stays in the queue.</summary>
    Unavailable,
}
