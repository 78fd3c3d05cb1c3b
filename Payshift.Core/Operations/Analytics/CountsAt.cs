using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Analytics;

/// <summary>Counts of a batch, or of all batches of an hour.</summary>
/// <param name="At">When it began.</param>
internal sealed record CountsAt(DateTimeOffset At, IReadOnlyList<BatchCount> Counts);
