using Payshift.Core.Queue;
using Payshift.Core.Storage.Failures;

namespace Payshift.Core.Operations.Failures;

/// <summary>One failure for an operator.</summary>
/// <param name="Errors">What its attempts said, oldest first.</param>
/// <param name="Headers">What is kept of the delivery's headers, with card data masked: values by name in lower case.</param>
/// <param name="Payload">As text, with card data masked; null where it is no text.</param>
public sealed record FailureResponse(
    FailureSummary Failure, IReadOnlyList<AttemptError> Errors, IReadOnlyDictionary<string, string> Headers, string? Payload);
