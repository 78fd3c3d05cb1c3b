namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a timer stands in its schedule. The same shape as the worker's type.</summary>
public sealed class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
