using Payshift.Core.Operations;
using Payshift.Core.Operations.Queries;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Cleans the queue and the tables up now, without waiting for the timer.</summary>
public sealed class AdminCleanup(OperatorActions actions, ILogger<AdminCleanup> logger)
{
    [Function(nameof(AdminCleanup))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/cleanup")] HttpRequest request,
        CancellationToken cancellationToken) =>
        new QueryValues(request.Query).ProblemOrUnknown() is { } problem
            ? Task.FromResult(Refusals.BadRequest(problem))
            : AdminCall.AnswerAsync(nameof(AdminCleanup), logger, async () =>
                Responses.Json(CleanupResponse.Of(await actions.CleanAsync(OperatorName.Of(request), cancellationToken))), cancellationToken);
}
