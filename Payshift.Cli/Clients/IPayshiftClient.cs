using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Clients;

/// <summary>
/// A Payshift to work with: a host over HTTP, or its Redis and its tables directly. Every method throws
/// <see cref="CommandException"/> where it cannot be worked with.
/// </summary>
internal interface IPayshiftClient : IAsyncDisposable
{
    /// <summary>For people, without secrets: <c>http://127.0.0.1:7071/</c>, or <c>Redis at localhost:6379</c>.</summary>
    string Name { get; }

    Task<StatsResponse> GetStatsAsync(CancellationToken cancellationToken);

    /// <returns>Null where the reference is neither a payment's nor an order's nor a customer's.</returns>
    Task<PaymentResponse?> GetPaymentAsync(string reference, CancellationToken cancellationToken);

    /// <summary>Asks whether it is to be processed from here.</summary>
    /// <param name="withoutHandler">Also where a batch handler would not be called.</param>
    /// <returns>What is to be known before; null where nothing is.</returns>
    Task<string?> AskToProcessAsync(bool withoutHandler);

    /// <summary>Works off one batch. It cannot be cancelled: what was taken is finished.</summary>
    Task<ProcessResponse> ProcessBatchAsync(int batchSize);

    /// <summary>Runs what processes many batches, and has it in the audit.</summary>
    Task<ProcessingSummary> AuditAsync(int batchSize, Func<Task<ProcessingSummary>> run);

    Task<CleanupResponse> CleanAsync(CancellationToken cancellationToken);

    /// <param name="provider">Null for the whole queue.</param>
    Task<PauseResponse> PauseAsync(string? provider, CancellationToken cancellationToken);

    /// <param name="provider">Null for the whole queue.</param>
    Task<PauseResponse> ResumeAsync(string? provider, CancellationToken cancellationToken);

    /// <summary>One page, newest receipt first.</summary>
    /// <param name="limit">At most 100.</param>
    Task<ListPage<FailureSummary>> ListFailuresAsync(FailureQuery selection, string? continuation, int limit, CancellationToken cancellationToken);

    /// <returns>Null where no such failure is kept.</returns>
    Task<FailureResponse?> FindFailureAsync(string id, CancellationToken cancellationToken);

    /// <summary>Retries one. It cannot be cancelled: what was begun is finished.</summary>
    Task<RetryResult> RetryFailureAsync(string id);

    /// <summary>Counts what <see cref="RetryFailuresAsync"/> would retry, in one or several calls.</summary>
    Task<RetriesResponse> CountFailuresAsync(FailureQuery selection, string? continuation, CancellationToken cancellationToken);

    /// <summary>Retries one page of what is open and meant. It cannot be cancelled: what was begun is finished.</summary>
    /// <param name="limit">At most 100.</param>
    Task<RetriesResponse> RetryFailuresAsync(FailureQuery selection, string? continuation, int limit);

    /// <summary>One page of what was done by hand, newest first.</summary>
    /// <param name="limit">At most 100.</param>
    Task<ListPage<AuditEntry>> ListAuditAsync(DateTimeOffset? from, DateTimeOffset? to, string? continuation, int limit, CancellationToken cancellationToken);

    /// <summary>One page of what batches did, newest first.</summary>
    /// <param name="limit">At most 100.</param>
    Task<ListPage<BatchResponse>> ListBatchesAsync(BatchQuery selection, string? continuation, int limit, CancellationToken cancellationToken);

    Task<AnalyticsResponse> GetAnalyticsAsync(AnalyticsQuery selection, CancellationToken cancellationToken);
}
