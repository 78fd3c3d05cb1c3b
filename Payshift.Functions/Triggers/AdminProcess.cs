using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Processing;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Works the queue off now, without waiting for the timer.</summary>
public sealed class AdminProcess(QueueDrain drain, AuditTrail audit, ILogger<AdminProcess> logger)
{
    private const int MaxBatchSize = 1000;

    [Function(nameof(AdminProcess))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/process")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (!TryReadBatchSize(request, out var batchSize))
        {
            return Task.FromResult(Refusals.BadRequest($"batchSize must be a whole number between 1 and {MaxBatchSize}."));
        }

        return AdminCall.AnswerAsync(nameof(AdminProcess), logger, async () =>
            ProcessAnswer.From(await audit.RunAsync(
                OperatorName.Of(request),
                AuditAction.Process,
                batchSize is null ? null : $"batchSize={batchSize}",
                () => drain.DrainAsync(batchSize, cancellationToken: cancellationToken),
                summary => (summary.Processed + summary.Retried + summary.Failed, $"{summary.Processed} processed, {summary.Retried} retried, {summary.Failed} failed; ended by {summary.End}"))), cancellationToken);
    }

    private static bool TryReadBatchSize(HttpRequest request, out int? batchSize)
    {
        batchSize = null;
        if (!request.Query.TryGetValue("batchSize", out var text))
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1 or > MaxBatchSize)
        {
            return false;
        }

        batchSize = size;
        return true;
    }
}
