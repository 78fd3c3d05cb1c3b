using Payshift.Core.Processing;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What a drain did, for an operator.</summary>
internal sealed record ProcessAnswer(int Batches, int Processed, int Retried, int Failed, double ElapsedSeconds, QueueRunEnd End)
{
    public static IResult From(QueueRunSummary summary) => summary.End == QueueRunEnd.Unavailable
        ? Refusals.Unavailable(
            $"Redis or Table Storage stopped answering after {summary.Batches} batches ({summary.Processed} processed, {summary.Retried} retried, {summary.Failed} failed). The rest stays in the queue.")
        : Results.Json(
            new ProcessAnswer(
                summary.Batches, summary.Processed, summary.Retried, summary.Failed, summary.Elapsed.TotalSeconds, summary.End),
            AnswerJson.Default.ProcessAnswer);
}
