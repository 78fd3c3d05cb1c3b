using Payshift.Core.Operations;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Storage.Failures;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Retries one permanent failure by hand.</summary>
public sealed class AdminFailureRetry(OperatorActions actions, ILogger<AdminFailureRetry> logger)
{
    [Function(nameof(AdminFailureRetry))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/failures/{id}/retry")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        AdminCall.AnswerAsync(nameof(AdminFailureRetry), logger, async () => Responses.Retry(
            id,
            FailureId.TryParse(id, out var known)
                ? await actions.RetryAsync(known, OperatorName.Of(request), cancellationToken)
                : RetryResult.NotFound), cancellationToken);
}
