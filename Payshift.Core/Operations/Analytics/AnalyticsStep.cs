namespace Payshift.Core.Operations.Analytics;

/// <summary>How long each point of a series is.</summary>
public enum AnalyticsStep
{
    Minute,
    Hour,
    Day,
}
