namespace Payshift.Cli.Clients;

/// <summary>The counts of all batches together.</summary>
internal sealed record ProcessingSummary(int Batches, int Processed, int Retried, int Failed, double ElapsedSeconds, ProcessingEnd End)
{
    public static ProcessingSummary Of(IReadOnlyList<ProcessedBatch> batches, TimeSpan elapsed, ProcessingEnd end) => new(
        batches.Count,
        batches.Sum(batch => batch.Processed),
        batches.Sum(batch => batch.Retried),
        batches.Sum(batch => batch.Failed),
        elapsed.TotalSeconds,
        end);
}
