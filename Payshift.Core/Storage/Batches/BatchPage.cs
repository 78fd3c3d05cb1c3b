namespace Payshift.Core.Storage.Batches;

/// <summary>A page of batches, newest first.</summary>
/// <param name="Continuation">Gives the next page; null where there is none. A page may be empty and have a next one.</param>
public sealed record BatchPage(IReadOnlyList<BatchRecord> Batches, string? Continuation)
{
    /// <summary>Batches that one page can have.</summary>
    public const int MaxSize = 100;
}
