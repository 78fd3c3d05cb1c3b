using Payshift.Core.Queue;

namespace Payshift.Core.Storage.Failures;

/// <summary>A failure with everything that is kept of it.</summary>
/// <param name="Errors">What its attempts said, oldest first.</param>
/// <param name="Version">Changes whenever the row is written.</param>
public sealed record StoredFailure(FailureSummary Summary, Webhook Webhook, IReadOnlyList<AttemptError> Errors, string Version);
