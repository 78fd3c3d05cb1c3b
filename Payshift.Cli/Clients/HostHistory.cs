using Payshift.Cli.Selection;
using Payshift.Core.Operations.Batches;
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

    public async Task<ListPage<BatchSummary>> ListBatchesAsync(BatchSelection selection, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit);
        var page = await client.GetAsync<BatchesAnswer>($"payment/admin/batches{query}", cancellationToken);
        return new ListPage<BatchSummary>(page.Batches, page.Continuation);
    }

    public Task<AnalyticsSheet> GetAnalyticsAsync(AnalyticsSelection selection, CancellationToken cancellationToken) =>
        client.GetAsync<AnalyticsSheet>($"payment/admin/analytics{selection.ToQuery()}", cancellationToken);

    private sealed record BatchesAnswer(IReadOnlyList<BatchSummary> Batches, string? Continuation);
}
