namespace Payshift.Core.Operations.Failures;

/// <summary>The results of retrying the failures that match a filter.</summary>
/// <param name="DryRun">Whether they were only counted.</param>
/// <param name="Matched">Failures that match, as far as this call looked.</param>
/// <param name="Items">A result for each, newest receipt first; empty for a dry run.</param>
/// <param name="Continuation">Goes on with what this call did not come to; null where it came to all.</param>
public sealed record RetriesResponse(bool DryRun, int Matched, IReadOnlyList<RetryResponse> Items, string? Continuation);
