using Payshift.Cli.Selection;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Operations;
using Payshift.Core.Storage.Audit;

namespace Payshift.Cli.Clients;

/// <summary>What happened, as a running host tells.</summary>
internal sealed class HostHistory(HostClient client) : IHistoryTarget
{
    public async Task<ListPage<AuditEntry>> ListAuditAsync(
        DateTimeOffset? from, DateTimeOffset? to, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var query = new QueryText().With("from", from).With("to", to).With("continuation", continuation).With("limit", limit);
        var page = await client.GetAsync<AuditPage>($"payment/admin/audit{query}", cancellationToken);
        return new ListPage<AuditEntry>(page.Entries, page.Continuation);
    }

    public async Task<ListPage<BatchResponse>> ListBatchesAsync(BatchQuery selection, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit);
        var page = await client.GetAsync<BatchesResponse>($"payment/admin/batches{query}", cancellationToken);
        return new ListPage<BatchResponse>(page.Batches, page.Continuation);
    }

    public Task<AnalyticsResponse> GetAnalyticsAsync(AnalyticsQuery selection, CancellationToken cancellationToken) =>
        client.GetAsync<AnalyticsResponse>($"payment/admin/analytics{selection.ToQuery()}", cancellationToken);

}
