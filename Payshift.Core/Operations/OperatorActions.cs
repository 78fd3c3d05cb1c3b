using Payshift.Core.Cleanup;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Failures;

namespace Payshift.Core.Operations;

/// <summary>The audited actions of operators, the same over HTTP and from the command.</summary>
public sealed class OperatorActions(FailureRetry retry, QueueCleaner cleaner, IQueuePauses pauses, AuditTrail audit)
{
    /// <inheritdoc cref="FailureRetry.RetryAsync"/>
    public Task<RetryResult> RetryAsync(FailureId id, string who, CancellationToken cancellationToken) => audit.RunAsync(
        who,
        AuditAction.Retry,
        id.ToString(),
        () => retry.RetryAsync(id, who, cancellationToken),
        result => (result == RetryResult.Retried ? 1 : 0, result.ToString()));

    /// <inheritdoc cref="FailureRetry.RetryAllAsync"/>
    public Task<RetriesResponse> RetryAllAsync(FailureFilter filter, string? continuation, int limit, string who, CancellationToken cancellationToken) => audit.RunAsync(
        who,
        AuditAction.RetryAll,
        filter.Describe(),
        () => retry.RetryAllAsync(filter, continuation, limit, who, cancellationToken),
        report => (
            report.Items.Count(item => item.Result == RetryResult.Retried),
            string.Join(", ", report.Items.GroupBy(item => item.Result).Select(same => $"{same.Count()} {same.Key}"))));

    /// <inheritdoc cref="QueueCleaner.CleanAsync"/>
    public Task<CleanupSummary> CleanAsync(string who, CancellationToken cancellationToken) => audit.RunAsync(
        who,
        AuditAction.Cleanup,
        target: null,
        () => cleaner.CleanAsync(cancellationToken),
        summary => (
            summary.Reclaimed + summary.Recovered + summary.Stale,
            $"{summary.Reclaimed} reclaimed, {summary.Recovered} recovered, {summary.Stale} stale, {summary.RolledHours} hours rolled up, {summary.Expired.Total()} rows expired"));

    /// <inheritdoc cref="IQueuePauses.PauseAsync"/>
    public Task<bool> PauseAsync(string? provider, string who) => ChangeAsync(AuditAction.Pause, provider, who, pauses.PauseAsync);

    /// <inheritdoc cref="IQueuePauses.ResumeAsync"/>
    public Task<bool> ResumeAsync(string? provider, string who) => ChangeAsync(AuditAction.Resume, provider, who, pauses.ResumeAsync);

    private Task<bool> ChangeAsync(AuditAction action, string? provider, string who, Func<string?, Task<bool>> change) =>
        audit.RunAsync(who, action, provider, () => change(provider), changed => (changed ? 1 : 0, (string?)null));
}
