namespace Payshift.Core.Processing;

/// <summary>The counts of one batch. Webhooks whose lease had gone to another worker are in none of them.</summary>
/// <param name="Taken">Webhooks that were leased.</param>
/// <param name="Throttled">Whether a provider asked to be left alone.</param>
public sealed record BatchResult(int Taken, int Processed, int Retried, int Failed, bool Throttled = false);
