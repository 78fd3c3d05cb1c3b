using Payshift.Core.Storage.Audit;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>A page of the audit.</summary>
/// <param name="Continuation">To be sent for the next page; null where there is none.</param>
internal sealed record AuditAnswer(IReadOnlyList<AuditEntry> Entries, string? Continuation)
{
    public static IResult From(AuditPage page) => Results.Json(new AuditAnswer(page.Entries, page.Continuation), AnswerJson.Default.AuditAnswer);
}
