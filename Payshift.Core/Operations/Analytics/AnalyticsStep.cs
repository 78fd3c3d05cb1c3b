namespace Payshift.Core.Operations.Analytics;

/// <summary>The length of each point of a series.</summary>
public enum AnalyticsStep
{
    Minute,
    Hour,
    Day,
}
