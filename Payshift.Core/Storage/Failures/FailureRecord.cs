using Payshift.Core.Queue;

namespace Payshift.Core.Storage.Failures;

/// <summary>A webhook that failed for good, with everything needed to retry it by hand: a row of <c>WebhookFailures</c>.</summary>
/// <param name="Errors">What its attempts said, oldest first.</param>
/// <param name="Crashes">Workers that died while they held it.</param>
/// <param name="Requeues">How often it had been retried by hand before it failed.</param>
public sealed record FailureRecord(
    Webhook Webhook,
    string Reason,
    int Attempts,
    int Crashes,
    IReadOnlyList<AttemptError> Errors,
    DateTimeOffset FailedAt,
    string BatchId,
    int Requeues = 0);
