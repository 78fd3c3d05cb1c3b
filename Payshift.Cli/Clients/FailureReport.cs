using Payshift.Core.Operations.Failures;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Clients;

/// <summary>One failure, as <c>GET /payment/admin/failures/{id}</c> answers.</summary>
/// <param name="Errors">What its attempts said, oldest first.</param>
/// <param name="Headers">What is kept of the delivery's headers: values by name in lower case.</param>
/// <param name="Payload">With card data masked; null where it is no text.</param>
internal sealed record FailureReport(FailureSummary Failure, IReadOnlyList<AttemptError> Errors, IReadOnlyDictionary<string, string> Headers, string? Payload)
{
    public static FailureReport Of(FailureDetail detail) => new(detail.Summary, detail.Errors, detail.Headers, detail.Payload);
}
