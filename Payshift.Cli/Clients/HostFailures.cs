using System.Net;
using Payshift.Cli.Selection;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Clients;

/// <summary>The failures of a running host.</summary>
internal sealed class HostFailures(HostClient client) : IFailureTarget
{
    private const string Route = "payment/admin/failures";

    public async Task<ListPage<FailureSummary>> ListAsync(FailureSelection selection, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit);
        var page = await client.GetAsync<FailurePage>($"{Route}{query}", cancellationToken);
        return new ListPage<FailureSummary>(page.Failures, page.Continuation);
    }

    public Task<FailureReport?> FindAsync(string id, CancellationToken cancellationToken) =>
        client.FindAsync<FailureReport>($"{Route}/{Uri.EscapeDataString(id)}", cancellationToken);

    public async Task<RetryResult> RetryAsync(string id) => (await client.PostAsync<RetriedItem>(
        $"{Route}/{Uri.EscapeDataString(id)}/retry",
        status => status switch
        {
            HttpStatusCode.NotFound => new RetriedItem(id, RetryResult.NotFound),
            HttpStatusCode.Conflict => new RetriedItem(id, RetryResult.Unreadable),
            _ => null,
        },
        CancellationToken.None)).Result;

    public Task<RetryPage> CountAsync(FailureSelection selection, string? continuation, CancellationToken cancellationToken) =>
        client.PostAsync<RetryPage>($"{Route}/retry{selection.ToQuery().With("continuation", continuation).With("dryRun", "true")}", cancellationToken);

    public Task<RetryPage> RetryAllAsync(FailureSelection selection, string? continuation, int limit)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit).With("all", selection.IsEverything ? "true" : null);
        return client.PostAsync<RetryPage>($"{Route}/retry{query}", CancellationToken.None);
    }
}
