namespace Payshift.Core.Processing;

/// <summary>The behaviour of a timer run once the queue is empty.</summary>
public enum ProcessingMode
{
    /// <summary>It ends; what arrives waits for the next run.</summary>
    Scheduled,

    /// <summary>It waits for arrivals until its time budget ends, so that they are processed at once.</summary>
    Continuous,
}
