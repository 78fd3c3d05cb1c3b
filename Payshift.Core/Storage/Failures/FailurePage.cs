namespace Payshift.Core.Storage.Failures;

/// <summary>A page of failures, newest receipt first.</summary>
/// <param name="Continuation">Gives the next page; null where there is none. A page may be empty and have a next one.</param>
public sealed record FailurePage(IReadOnlyList<FailureSummary> Failures, string? Continuation);
