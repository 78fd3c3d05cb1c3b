using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Processing;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Works the queue off now, without waiting for the timer; with <c>?batchSize=</c> and <c>?maxBatches=</c> as much as these say.</summary>
public sealed class AdminProcess(QueueDrain drain, AuditTrail audit, ILogger<AdminProcess> logger)
{
    private const int MaxBatchSize = 1000;
    private const int MaxMaxBatches = 10_000;

    [Function(nameof(AdminProcess))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/process")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (!TryRead(request, "batchSize", MaxBatchSize, out var batchSize))
        {
            return Task.FromResult(Refusals.BadRequest($"batchSize must be a whole number between 1 and {MaxBatchSize}."));
        }

        if (!TryRead(request, "maxBatches", MaxMaxBatches, out var maxBatches))
        {
            return Task.FromResult(Refusals.BadRequest($"maxBatches must be a whole number between 1 and {MaxMaxBatches}."));
        }

        return AdminCall.AnswerAsync(nameof(AdminProcess), logger, async () =>
            ProcessAnswer.From(await audit.RunAsync(
                OperatorName.Of(request),
                AuditAction.Process,
                Parameters(batchSize, maxBatches),
                () => drain.DrainAsync(batchSize, maxBatches, cancellationToken),
                summary => (summary.Processed + summary.Retried + summary.Failed, $"{summary.Processed} processed, {summary.Retried} retried, {summary.Failed} failed; ended by {summary.End}"))), cancellationToken);
    }

    private static bool TryRead(HttpRequest request, string name, int most, out int? number)
    {
        number = null;
        if (!request.Query.TryGetValue(name, out var text))
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read < 1 || read > most)
        {
            return false;
        }

        number = read;
        return true;
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
