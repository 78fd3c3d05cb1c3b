using Payshift.Core.Operations.Failures;

namespace Payshift.Cli.Clients;

/// <summary>What one call retried or counted, as <c>POST /payment/admin/failures/retry</c> answers.</summary>
internal sealed record RetryPage(bool DryRun, int Matched, IReadOnlyList<RetriedItem> Items, string? Continuation)
{
    public static RetryPage Of(RetryReport report) => new(report.IsDryRun, report.Matched, report.Items, report.Continuation);
}
