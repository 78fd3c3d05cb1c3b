namespace Payshift.Core.Storage;

/// <summary>The outcome of removing one page of old rows.</summary>
/// <param name="Removed">Rows that were removed.</param>
/// <param name="HasMore">Whether there may be more to remove.</param>
public readonly record struct RemovedPage(int Removed, bool HasMore);
