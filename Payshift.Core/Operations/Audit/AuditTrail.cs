using Payshift.Core.Storage.Audit;

namespace Payshift.Core.Operations.Audit;

/// <summary>The record of what is done by hand: that it began, and how it ended.</summary>
/// <remarks>
/// An action does not wait for an audit that cannot be written: the queue has to be paused also while Table Storage is away.
/// The log has what the table lacks.
/// </remarks>
public sealed partial class AuditTrail(AuditTable store, TimeProvider timeProvider, ILogger<AuditTrail> logger)
{
    /// <summary>What lists mean where no period is named.</summary>
    public static readonly TimeSpan UsualPeriod = TimeSpan.FromDays(90);

    /// <summary>Entries that one page can have.</summary>
    public const int MaxPageSize = 100;

    /// <summary>The event of the log that has what the table lacks.</summary>
    public const int UnwrittenEvent = 7001;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="who">The name of the function key or of the signed-in principal.</param>
    /// <param name="target">What is meant; null for all.</param>
    /// <param name="sum">Says of what the action returned how many it was about, and more in words.</param>
    /// <param name="isFailure">Whether what it returned says that it ended with an error; null where it would have thrown.</param>
    /// <returns>What the action returned; what it throws is written down and thrown on.</returns>
    public async Task<T> RunAsync<T>(
        string who, AuditAction action, string? target, Func<Task<T>> act, Func<T, (int Count, string? Detail)> sum, Func<T, bool>? isFailure = null)
    {
        var begun = new AuditEntry(Guid.NewGuid().ToString("N")[..12], timeProvider.GetUtcNow(), who, action, target, AuditOutcome.Begun);
        await WriteAsync(begun);
        try
        {
            var result = await act();
            var (count, detail) = sum(result);
            var outcome = isFailure?.Invoke(result) == true ? AuditOutcome.Failed : AuditOutcome.Done;
            await WriteAsync(begun with { Outcome = outcome, Count = count, Detail = detail });
            return result;
        }
        catch (Exception exception)
        {
            await WriteAsync(begun with { Outcome = AuditOutcome.Failed, Detail = exception.GetType().Name });
            throw;
        }
    }

    private async Task WriteAsync(AuditEntry entry)
    {
        LogAction(entry.Who, entry.Action, entry.Target ?? "all", entry.Outcome, entry.Count);
        try
        {
            using var patience = new CancellationTokenSource(Patience, timeProvider);
            await store.WriteAsync(entry, patience.Token);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException)
        {
            LogUnwritten(exception, entry.Who, entry.Action, entry.Target ?? "all", entry.Outcome, entry.Count);
        }
    }

    [LoggerMessage(7000, LogLevel.Information, "By hand: {Who} {Action} {Target}: {Outcome} ({Count})")]
    private partial void LogAction(string who, AuditAction action, string target, AuditOutcome outcome, int? count);

    [LoggerMessage(UnwrittenEvent, LogLevel.Error, "Not in the audit: {Who} {Action} {Target}: {Outcome} ({Count})")]
    private partial void LogUnwritten(Exception exception, string who, AuditAction action, string target, AuditOutcome outcome, int? count);
}
