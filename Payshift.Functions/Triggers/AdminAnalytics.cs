using Payshift.Core.Operations.Analytics;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>What happened over time: by minute, hour or day, provider and payment method, and against the period before.</summary>
public sealed class AdminAnalytics(AnalyticsReader analytics, TimeProvider timeProvider, ILogger<AdminAnalytics> logger)
{
    [Function(nameof(AdminAnalytics))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/analytics")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var values = new QueryValues(request);
        var (from, to) = values.Period(timeProvider.GetUtcNow(), AnalyticsQuery.UsualPeriod);
        var query = new AnalyticsQuery(
            from, to, values.Name<AnalyticsStep>("by") ?? AnalyticsStep.Hour, values.Text("provider")?.ToLowerInvariant(), values.Text("method")?.ToLowerInvariant());
        var problem = values.ProblemOrUnknown() ?? query.Problem;
        return problem is not null
            ? Task.FromResult(Refusals.BadRequest(problem))
            : AdminCall.AnswerAsync(nameof(AdminAnalytics), logger, async () =>
                AnalyticsAnswer.From(await analytics.ReadAsync(query, cancellationToken)), cancellationToken);
    }
}
