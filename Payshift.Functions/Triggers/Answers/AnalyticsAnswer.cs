using Payshift.Core.Operations.Analytics;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What happened over time.</summary>
/// <param name="Since">The period begins then.</param>
/// <param name="Until">The period ends before then.</param>
/// <param name="IsComplete">False where there were more batches than one call reads, or some are not kept any more: the numbers are too low.</param>
internal sealed record AnalyticsAnswer(
    DateTimeOffset Since,
    DateTimeOffset Until,
    AnalyticsStep By,
    bool IsComplete,
    AnalyticsTotals Total,
    AnalyticsTotals Before,
    AnalyticsTrend Trend,
    IReadOnlyList<AnalyticsPoint> Series,
    IReadOnlyList<AnalyticsGroup> Groups)
{
    public static IResult From(AnalyticsReport report) => Results.Json(
        new AnalyticsAnswer(
            report.Query.From, report.Query.To, report.Query.By, report.IsComplete, report.Total, report.Before, report.Trend, report.Series, report.Groups),
        AnswerJson.Default.AnalyticsAnswer);
}
