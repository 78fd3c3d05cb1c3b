namespace Payshift.Core.Processing;

/// <summary>What a timer run does once the queue is empty.</summary>
public enum ProcessingMode
{
    /// <summary>It ends; what arrives waits for the next run.</summary>
    Scheduled,

    /// <summary>It waits for arrivals until its time budget ends, so that they are processed at once.</summary>
    Continuous,
}
