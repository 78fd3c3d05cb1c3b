using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Queries;
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
        var values = new QueryValues(request.Query);
        var filter = AnalyticsQuery.Read(values).ToFilter(timeProvider.GetUtcNow(), out var invalid);
        var problem = values.ProblemOrUnknown() ?? invalid;
        return problem is not null
            ? Task.FromResult(Refusals.BadRequest(problem))
            : AdminCall.AnswerAsync(nameof(AdminAnalytics), logger, async () =>
                Responses.Json(await analytics.ReadAsync(filter, cancellationToken)), cancellationToken);
    }
}
