using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Queries;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Permanent failures, newest first, filtered and in pages.</summary>
public sealed class AdminFailures(FailureOperations failures, TimeProvider timeProvider, ILogger<AdminFailures> logger)
{
    private const int DefaultLimit = 50;

    [Function(nameof(AdminFailures))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/failures")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var values = new QueryValues(request.Query);
        var limit = values.Number("limit", 1, FailureOperations.MaxPageSize) ?? DefaultLimit;
        var continuation = values.Text("continuation");
        var filter = FailureQuery.Read(values).ToFilter(timeProvider.GetUtcNow(), out var invalid);
        if ((values.ProblemOrUnknown() ?? invalid) is { } problem)
        {
            return Task.FromResult(Refusals.BadRequest(problem));
        }

        return AdminCall.AnswerAsync(nameof(AdminFailures), logger, async () =>
            Responses.Json(await failures.ListAsync(filter, continuation, limit, cancellationToken)), cancellationToken);
    }
}
