using Microsoft.Azure.Functions.Worker;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Failures;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Retries one permanent failure by hand.</summary>
public sealed class AdminFailureRetry(FailureRetry retry, AuditTrail audit, ILogger<AdminFailureRetry> logger)
{
    [Function(nameof(AdminFailureRetry))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/failures/{id}/retry")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        AdminCall.AnswerAsync(nameof(AdminFailureRetry), logger, async () => RetryAnswer.From(
            id,
            FailureId.TryParse(id, out var known)
                ? await audit.RunAsync(
                    OperatorName.Of(request),
                    AuditAction.Retry,
                    id,
                    () => retry.RetryAsync(known, OperatorName.Of(request), cancellationToken),
                    result => (result == RetryResult.Retried ? 1 : 0, result.ToString()))
                : RetryResult.NotFound), cancellationToken);
}
