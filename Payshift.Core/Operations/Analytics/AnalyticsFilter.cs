namespace Payshift.Core.Operations.Analytics;

/// <summary>The conditions of analytics: a period, its steps, and whose webhooks are counted.</summary>
/// <param name="From">From this time on.</param>
/// <param name="To">Before this time.</param>
/// <param name="Provider">Only this one; null for all.</param>
/// <param name="PaymentMethod">Only this one; null for all.</param>
public sealed record AnalyticsFilter(DateTimeOffset From, DateTimeOffset To, AnalyticsStep By, string? Provider = null, string? PaymentMethod = null)
{
    /// <summary>The length of the period where none is named.</summary>
    public static readonly TimeSpan UsualPeriod = TimeSpan.FromDays(1);

    /// <summary>Points that a series can have.</summary>
    public const int MaxPoints = 1500;

    public TimeSpan Step => By switch
    {
        AnalyticsStep.Minute => TimeSpan.FromMinutes(1),
        AnalyticsStep.Hour => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Problem => (To - From) / Step > MaxPoints ? $"from and to must lie within {MaxPoints} steps of by." : null;
}
