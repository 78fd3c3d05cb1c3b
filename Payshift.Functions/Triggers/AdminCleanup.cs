using Microsoft.Azure.Functions.Worker;
using Payshift.Core.Cleanup;
using Payshift.Core.Operations.Audit;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Cleans the queue up now, without waiting for the timer.</summary>
public sealed class AdminCleanup(QueueCleaner cleaner, AuditTrail audit, ILogger<AdminCleanup> logger)
{
    [Function(nameof(AdminCleanup))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/cleanup")] HttpRequest request,
        CancellationToken cancellationToken) =>
        new QueryValues(request).ProblemOrUnknown() is { } problem
            ? Task.FromResult(Refusals.BadRequest(problem))
            : AdminCall.AnswerAsync(nameof(AdminCleanup), logger, async () =>
                CleanupAnswer.From(await audit.RunAsync(
                    OperatorName.Of(request),
                    AuditAction.Cleanup,
                    target: null,
                    () => cleaner.CleanAsync(cancellationToken),
                    summary => (summary.Reclaimed + summary.Recovered + summary.Stale, $"{summary.Reclaimed} reclaimed, {summary.Recovered} recovered, {summary.Stale} stale"))), cancellationToken);
}
