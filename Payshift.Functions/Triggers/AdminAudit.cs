using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Queries;
using Payshift.Core.Storage.Audit;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>What was done by hand, newest first, in pages.</summary>
public sealed class AdminAudit(AuditTable audit, TimeProvider timeProvider, ILogger<AdminAudit> logger)
{
    private const int DefaultLimit = 50;

    [Function(nameof(AdminAudit))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/audit")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var values = new QueryValues(request.Query);
        var (from, to) = values.Period(timeProvider.GetUtcNow(), AuditTrail.UsualPeriod);
        var limit = values.Number("limit", 1, AuditTrail.MaxPageSize) ?? DefaultLimit;
        var continuation = values.Text("continuation");
        return values.ProblemOrUnknown() is { } problem
            ? Task.FromResult(Refusals.BadRequest(problem))
            : AdminCall.AnswerAsync(nameof(AdminAudit), logger, async () =>
                Responses.Json(await audit.ListAsync(from, to, continuation, limit, cancellationToken)), cancellationToken);
    }
}
