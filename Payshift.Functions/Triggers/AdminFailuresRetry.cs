using Payshift.Core.Operations;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Queries;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Retries all permanent failures that match a filter, or counts them with <c>?dryRun=true</c>.</summary>
public sealed class AdminFailuresRetry(FailureRetry retry, OperatorActions actions, TimeProvider timeProvider, ILogger<AdminFailuresRetry> logger)
{
    private const int DefaultLimit = 100;

    private static readonly string[] Filters = ["provider", "method", "type", "reference", "reason", "from", "to"];

    [Function(nameof(AdminFailuresRetry))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/failures/retry")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var values = new QueryValues(request.Query);
        var dryRun = values.Flag("dryRun");
        var all = values.Flag("all");
        var limit = values.Number("limit", 1, FailureRetry.MaxItems) ?? DefaultLimit;
        var continuation = values.Text("continuation");
        var filter = FailureQuery.Read(values).ToFilter(timeProvider.GetUtcNow(), out var invalid);
        if ((values.ProblemOrUnknown() ?? invalid) is { } problem)
        {
            return Task.FromResult(Refusals.BadRequest(problem));
        }

        if (!dryRun && !all && !Filters.Any(name => request.Query[name].ToString().Length > 0))
        {
            return Task.FromResult(Refusals.BadRequest($"Say which failures are meant ({string.Join(", ", Filters)}), or all=true."));
        }

        return AdminCall.AnswerAsync(nameof(AdminFailuresRetry), logger, async () => Responses.Json(dryRun
            ? await retry.CountAsync(filter, continuation, cancellationToken)
            : await actions.RetryAllAsync(filter, continuation, limit, OperatorName.Of(request), cancellationToken)), cancellationToken);
    }
}
