using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Processing;

/// <summary>A line for each batch, the sums at the end, and on a terminal what goes on in between.</summary>
/// <param name="status">The line that changes in place; null where nobody watches.</param>
internal sealed class TextView(CommandContext context, Action<string>? status) : IProcessingView
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Noted = new(Color.Yellow);
    private static readonly Style Bad = new(Color.Red);
    private static readonly Style Quiet = new(Color.Grey);

    private int _webhooks;

    public void ShowBatch(ProcessedBatch batch)
    {
        _webhooks += batch.Processed + batch.Retried + batch.Failed;
        context.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"batch {batch.Batch,3}  {batch.Processed,4} processed  {batch.Retried,3} retried  {batch.Failed,3} failed  {batch.ElapsedSeconds,6:0.00} s  {batch.Waiting} waiting"),
            Look(batch.Retried, batch.Failed));
        status?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{_webhooks} done · {batch.Waiting} waiting"));
    }

    public void ShowWaiting(StatsResponse stats) => status?.Invoke(string.Create(
        CultureInfo.InvariantCulture,
        $"{_webhooks} done · {(stats.Paused.QueueSince is null ? "nothing waits" : $"paused, {stats.Ready} waiting")} · {stats.Scheduled} wait for a retry · Ctrl-C ends"));

    public void ShowOutage(string reason) => context.Error.WriteLine($"payshift: {reason} Trying again.");

    public void ShowSummary(ProcessingSummary summary)
    {
        var sums = string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Batches} {(summary.Batches == 1 ? "batch" : "batches")}: {summary.Processed} processed, {summary.Retried} retried, {summary.Failed} failed");
        context.Output.WriteLine(sums, Look(summary.Retried, summary.Failed));
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in {summary.ElapsedSeconds:0.00} s; {Why(summary.End)}"), Quiet);
    }

    private static string Why(ProcessingEnd end) => end switch
    {
        ProcessingEnd.Empty => "nothing waits any more",
        ProcessingEnd.Paused => "the queue is paused: payshift resume",
        _ => "ended by Ctrl-C, the batch at hand was finished",
    };

    private static Style Look(int retried, int failed) => failed > 0 ? Bad : retried > 0 ? Noted : Good;
}
