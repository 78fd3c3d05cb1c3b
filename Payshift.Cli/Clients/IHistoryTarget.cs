using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Storage.Audit;

namespace Payshift.Cli.Clients;

/// <summary>What happened in a Payshift. Every method throws <see cref="CommandException"/> where it cannot be worked with.</summary>
internal interface IHistoryTarget
{
    /// <summary>One page of what was done by hand, newest first.</summary>
    /// <param name="limit">At most 100.</param>
    Task<ListPage<AuditEntry>> ListAuditAsync(DateTimeOffset? from, DateTimeOffset? to, string? continuation, int limit, CancellationToken cancellationToken);

    /// <summary>One page of what batches did, newest first.</summary>
    /// <param name="limit">At most 100.</param>
    Task<ListPage<BatchResponse>> ListBatchesAsync(BatchQuery selection, string? continuation, int limit, CancellationToken cancellationToken);

    Task<AnalyticsResponse> GetAnalyticsAsync(AnalyticsQuery selection, CancellationToken cancellationToken);
}
