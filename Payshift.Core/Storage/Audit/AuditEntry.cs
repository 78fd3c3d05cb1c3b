namespace Payshift.Core.Storage.Audit;

/// <summary>An action of an operator: a row of <c>WebhookAudit</c>.</summary>
/// <param name="Id">Tells actions of the same moment apart.</param>
/// <param name="At">When it began.</param>
/// <param name="Who">The name of the function key or of the signed-in principal, as far as the host tells.</param>
/// <param name="Target">A failure's id, a filter, a provider; null where all is meant.</param>
/// <param name="Count">Webhooks, or for pausing and resuming changes, that it was about; null until it ended.</param>
/// <param name="Detail">Numbers in words, or why it failed.</param>
public sealed record AuditEntry(
    string Id,
    DateTimeOffset At,
    string Who,
    AuditAction Action,
    string? Target,
    AuditOutcome Outcome,
    int? Count = null,
    string? Detail = null);
