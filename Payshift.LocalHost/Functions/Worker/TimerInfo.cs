namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function learns about its run. The same shape as the worker's type.</summary>
public sealed class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>Whether this run stands for an occurrence that was missed.</summary>
    public bool IsPastDue { get; set; }
}
