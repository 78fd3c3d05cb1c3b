namespace Payshift.Cli.Clients;

/// <summary>The counts of one batch.</summary>
/// <param name="Batch">Counted from one.</param>
/// <param name="Waiting">Webhooks that were still ready after it.</param>
internal sealed record ProcessedBatch(int Batch, int Processed, int Retried, int Failed, double ElapsedSeconds, long Waiting);
