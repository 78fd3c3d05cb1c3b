namespace Payshift.Core.Storage.Batches;

/// <summary>The batches of a period.</summary>
/// <param name="IsComplete">Whether these are all; otherwise the oldest of some days are missing.</param>
public sealed record BatchRows(IReadOnlyList<BatchRecord> Records, bool IsComplete);
