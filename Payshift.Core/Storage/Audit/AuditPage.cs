namespace Payshift.Core.Storage.Audit;

/// <summary>A page of entries, newest first.</summary>
/// <param name="Continuation">Gives the next page; null where there is none.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Continuation);
