using Payshift.Core.Operations.Failures;
using Payshift.Core.Queue;

namespace Payshift.Cli.Targets;

/// <summary>One failure, as <c>GET /payment/admin/failures/{id}</c> answers.</summary>
/// <param name="Errors">What its attempts said, oldest first.</param>
/// <param name="Payload">With card data masked; null where it is no text.</param>
internal sealed record FailureReport(FailureSummary Failure, IReadOnlyList<AttemptError> Errors, string? Payload)
{
    public static FailureReport Of(FailureDetail detail) => new(detail.Summary, detail.Errors, detail.Payload);
}
