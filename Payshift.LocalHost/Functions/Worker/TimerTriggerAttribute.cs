namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks the timer parameter of a timer function. The same shape as the worker's attribute.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>An NCRONTAB expression, or the name of a setting that holds one: <c>%Setting%</c>.</summary>
    public string Schedule { get; } = schedule;
}
