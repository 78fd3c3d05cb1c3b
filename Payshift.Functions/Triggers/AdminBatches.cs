using Payshift.Core.Operations.Batches;
using Payshift.Core.Operations.Queries;
using Payshift.Core.Storage.Batches;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>What batches did, newest first, filtered and in pages.</summary>
public sealed class AdminBatches(IBatchTable batches, TimeProvider timeProvider, ILogger<AdminBatches> logger)
{
    private const int DefaultLimit = 50;

    [Function(nameof(AdminBatches))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/batches")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var values = new QueryValues(request.Query);
        var filter = BatchQuery.Read(values).ToFilter(timeProvider.GetUtcNow(), out var invalid);
        var limit = values.Number("limit", 1, BatchPage.MaxSize) ?? DefaultLimit;
        var continuation = values.Text("continuation");
        return (values.ProblemOrUnknown() ?? invalid) is { } problem
            ? Task.FromResult(Refusals.BadRequest(problem))
            : AdminCall.AnswerAsync(nameof(AdminBatches), logger, async () =>
                Responses.Json(BatchesResponse.Of(await batches.ListAsync(filter, continuation, limit, cancellationToken))), cancellationToken);
    }
}
