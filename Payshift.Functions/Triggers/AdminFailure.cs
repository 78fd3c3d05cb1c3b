using Payshift.Core.Operations.Failures;
using Payshift.Core.Storage.Failures;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>One permanent failure, with the errors of its attempts and its payload.</summary>
public sealed class AdminFailure(FailureOperations failures, ILogger<AdminFailure> logger)
{
    [Function(nameof(AdminFailure))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/failures/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        AdminCall.AnswerAsync(nameof(AdminFailure), logger, async () =>
            Responses.Failure(FailureId.TryParse(id, out var known) ? await failures.FindAsync(known, cancellationToken) : null), cancellationToken);
}
