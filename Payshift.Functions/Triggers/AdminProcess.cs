using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Queries;
using Payshift.Core.Processing;
using Payshift.Core.Storage.Audit;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Works the queue off now, without waiting for the timer; with <c>?batchSize=</c> and <c>?maxBatches=</c> as much as these say.</summary>
public sealed class AdminProcess(QueueProcessor drain, AuditTrail audit, ILogger<AdminProcess> logger)
{
    private const int MaxBatchSize = 1000;
    private const int BatchesLimit = 10_000;

    [Function(nameof(AdminProcess))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/process")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var values = new QueryValues(request.Query);
        var batchSize = values.Number("batchSize", 1, MaxBatchSize);
        var maxBatches = values.Number("maxBatches", 1, BatchesLimit);
        if (values.ProblemOrUnknown() is { } problem)
        {
            return Task.FromResult(Refusals.BadRequest(problem));
        }

        return AdminCall.AnswerAsync(nameof(AdminProcess), logger, async () =>
            Responses.Process(await audit.RunAsync(
                OperatorName.Of(request),
                AuditAction.Process,
                Parameters(batchSize, maxBatches),
                () => drain.ProcessAsync(batchSize, maxBatches, cancellationToken),
                summary => (summary.Processed + summary.Retried + summary.Failed, $"{summary.Processed} processed, {summary.Retried} retried, {summary.Failed} failed; ended by {summary.End}"),
                isFailure: summary => summary.End == QueueRunEnd.Unavailable)), cancellationToken);
    }

    private static string? Parameters(int? batchSize, int? maxBatches)
    {
        string[] given =
        [
            .. batchSize is null ? (string[])[] : [$"batchSize={batchSize}"],
            .. maxBatches is null ? (string[])[] : [$"maxBatches={maxBatches}"],
        ];
        return given.Length == 0 ? null : string.Join('&', given);
    }
}
